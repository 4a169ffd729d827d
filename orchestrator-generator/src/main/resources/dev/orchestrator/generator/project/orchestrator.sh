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

fetch_launcher() {
  found=$("$here/mvnw" -B -q -f "$here/pom.xml" -N dependency:copy -DoutputDirectory="$work" -Dmdep.useBaseVersion=true \
    -Dartifact="dev.orchestrator:orchestrator-launcher:$version:jar:program" 2>&1) || {
    say "$found"
    say "Version $version of the orchestrator is not in the Maven repository. './orchestrator new' in its checkout puts it there."
    exit 1
  }
}

# Builds the services $2 and what they need, unless that is done under the name $1.
build_services() {
  for service in $2; do
    [ -f "$here/$service/target/quarkus-app/quarkus-run.jar" ] || rebuild=1
  done
  build "$1" "-pl $(printf '%s' "$2" | tr ' ' ',') -am package" "$here"/*/pom.xml "$here"/*/src
}

[ -f "$launcher" ] || fetch_launcher
case ${1:-} in
  up)
    case " $* " in
      *" --help "* | *" -h "*) ;;
      *) is_up || build_services services "migrations api worker" ;;
    esac
    ;;
  db)
    # The migrations are told to take the data versions from their folder, so that one needs no build to be run.
    unwatched=src/main/resources/orchestrator/data
    build_services migrations migrations
    ;;
  processes)
    case ${2:-} in
      check | export | migrate) build_services migrations migrations ;;
    esac
    ;;
esac

launch . "$@"
