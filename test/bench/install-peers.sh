#!/usr/bin/env bash
# Installs what the benchmarks compare with: npm packages in this folder, Python packages in .cache/bench/python.
# Nothing here is needed to build or test the product. Needs npm and Python 3.11 or later with venv.
#
#   test/bench/install-peers.sh [npm|python]     both unless one is named
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="$here/../../.cache/bench"
what="${1:-both}"
case "$what" in both | npm | python) ;; *) echo "Unknown '$what': npm or python, or nothing for both." >&2; exit 2 ;; esac

if [ "$what" != python ]; then npm ci --prefix "$here"; fi
if [ "$what" != npm ]; then
  mkdir -p "$cache"
  if [ ! -x "$cache/python/bin/python" ]; then python3 -m venv "$cache/python"; fi # Debian allows Python packages in a virtual environment only
  "$cache/python/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
  "$cache/python/bin/python" -c 'import igraph, networkx, numpy, scipy; print("igraph", igraph.__version__, "networkx", networkx.__version__, "numpy", numpy.__version__, "scipy", scipy.__version__)'
fi
