#!/bin/sh
# Runs this orchestrator on this machine: ./orchestrator up. Builds what is missing or older than its sources, then hands over to the
# launcher, which comes from the Maven repository in the version that pom.xml names; ./orchestrator --help tells what it can do.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
work=$here/.orchestrator
version=$(sed -n '/<parent>/,/<\/parent>/s/.*<version>\(.*\)<\/version>.*/\1/p' "$here/pom.xml")
launcher=$work/orchestrator-launcher-$version-program.jar
FIND_JAVA_QUIET=1
. "$here/.mvn/find-java.sh"
. "$here/.mvn/build.sh"

# Who had to wait for its turn takes the launcher that was fetched meanwhile: somebody has just been started with it.
need_launcher() {
  [ ! -f "$launcher" ] || return 0
  take_turn
  [ -f "$launcher" ] || fetch_launcher
}

fetch_launcher() {
  found=$("$here/mvnw" -B -q -f "$here/pom.xml" -N dependency:copy -DoutputDirectory="$work" -Dmdep.useBaseVersion=true \
    -Dartifact="dev.orchestrator:orchestrator-launcher:$version:jar:program" 2>&1) || {
    say "$found"
    say "Version $version of the orchestrator is not in the Maven repository. './orchestrator new' in its checkout puts it there."
    exit 1
  }
}

# Whether the program of the service $1 is there.
is_there() {
  [ -f "$here/$1/target/quarkus-app/quarkus-run.jar" ]
}

# The migrations are told to take the data versions from their folder, so that a new one alone is no reason to build them.
are_migrations_built() (
  unwatched=src/main/resources/orchestrator/data
  is_there migrations && is_built migrations "$here"/*/pom.xml "$here"/*/src
)

build_migrations() {
  take_turn
  are_migrations_built || build_services migrations migrations
}

build_all() {
  take_turn
  if are_migrations_built; then
    build_services services api,worker
  else
    rebuild=1
    build_services services migrations,api,worker
    counts_as services migrations
  fi
}

# Builds the services $2 and what they need, unless that is done under the name $1.
build_services() {
  for service in $(printf '%s' "$2" | tr ',' ' '); do
    is_there "$service" || rebuild=1
  done
  build "$1" "-pl $2 -am package" "$here"/*/pom.xml "$here"/*/src
}

need_launcher
case ${1:-} in
  up)
    case " $* " in
      *" --help "* | *" -h "*) ;;
      *) is_up || build_all ;;
    esac
    ;;
  db) build_migrations ;;
  processes)
    case ${2:-} in
      check | export | migrate) build_migrations ;;
    esac
    ;;
esac

launch . "$@"
