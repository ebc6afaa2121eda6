#!/usr/bin/env bash
# Installs what the benchmarks compare with: npm packages in this folder, Python packages in .cache/bench/python, and
# Neo4j with Graph Data Science in .cache/neo4j. Nothing here is needed to build or test the product; Neo4j and Graph
# Data Science are GPL-3.0, fetched here and never shipped.
# Needs npm, Python 3.11 or later with venv, and for Neo4j Maven and Java 17 or later.
#
#   test/bench/install-peers.sh [npm|python|neo4j]     all unless one is named
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="$here/../../.cache/bench"
what="${1:-all}"
case "$what" in all | npm | python | neo4j) ;; *) echo "Unknown '$what': npm, python or neo4j, or nothing for all." >&2; exit 2 ;; esac
wanted() { [ "$what" = all ] || [ "$what" = "$1" ]; }

if wanted npm; then npm ci --prefix "$here"; fi
if wanted python; then
  mkdir -p "$cache"
  if [ ! -x "$cache/python/bin/python" ]; then python3 -m venv "$cache/python"; fi # Debian allows Python packages in a virtual environment only
  "$cache/python/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
  "$cache/python/bin/python" -c 'import igraph, networkx, numpy, scipy; print("igraph", igraph.__version__, "networkx", networkx.__version__, "numpy", numpy.__version__, "scipy", scipy.__version__)'
fi
if wanted neo4j; then
  version="$(sed -n "s/^export const NEO4J_VERSION = '\(.*\)'$/\1/p" "$here/neo4j-peer.ts")"
  gds="$(sed -n "s/^export const GDS_VERSION = '\(.*\)'$/\1/p" "$here/neo4j-peer.ts")"
  NEO4J_VERSION="$version" NEO4J_GDS="$gds" "$here/../neo4j/neo4j.sh" install
  echo "Neo4j Community $version, Graph Data Science $gds"
fi
