# Meant to be sourced by ./worker and ./starter: builds what is missing, and finds or starts the database.
root=$(CDPATH= cd -- "$here/../.." && pwd)
FIND_JAVA_QUIET=1
. "$root/.mvn/find-java.sh"
postgres=$here/.orchestrator/postgres
programs=examples/patching/patching-database,examples/patching/patching-migrations,examples/patching/patching-worker,examples/patching/patching-starter
database=$here/patching-database/target/patching-database-0.1.0-SNAPSHOT.jar

say() {
  echo "$*" >&2
}

# Whether a program is missing or older than what it is made of.
is_stale() {
  jar=$here/patching-$1/target/quarkus-app/quarkus-run.jar
  [ ! -f "$jar" ] || [ -n "$(find "$here" "$root"/orchestrator-core "$root"/orchestrator-worker "$root"/orchestrator-migrations \
    \( -name target -o -name test -o -name end-to-end -o -name .orchestrator \) -prune -o -type f \( -name '*.java' -o -name '*.sql' \) \
    -newer "$jar" -print 2>/dev/null | head -n 1)" ]
}

# Tests run what was built before, and say so.
build() {
  if [ -z "${PATCHING_BUILT:-}" ] && {
    [ ! -f "$database" ] || is_stale migrations || is_stale worker || is_stale starter
  }; then
    say "Building; the first time takes a minute or two"
    mkdir -p "$here/.orchestrator"
    (cd "$root" && ./mvnw -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true \
      -pl "$programs" -am package) \
      >"$here/.orchestrator/build.txt" 2>&1 || {
      tail -n 20 "$here/.orchestrator/build.txt" >&2
      say "The build failed; all it said is in $here/.orchestrator/build.txt"
      exit 1
    }
  fi
}

# A database that the environment names is used as it is; else the example's own, which stays when the scripts end.
find_database() {
  [ -n "${QUARKUS_DATASOURCE_REACTIVE_URL:-}" ] || {
    environment=$("$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar "$database" start "$postgres")
    eval "$environment"
  }
}

# Runs a program of the example in place of this shell.
run() {
  program=$1
  shift
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx192m --enable-native-access=ALL-UNNAMED \
    -jar "$here/patching-$program/target/quarkus-app/quarkus-run.jar" "$@"
}
