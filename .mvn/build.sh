# Builds with Maven only when something has changed. Meant to be sourced by sh, after find-java.sh and with here (the project's
# folder) and work (where it may write) set.

say() {
  echo "$*" >&2
}

# Whether a launcher is up here: it refuses a second one, whose build would take the programs away under the first.
is_up() {
  holder=$(sed -n 1p "$work/run/launcher.holder" 2>/dev/null) && [ -n "$holder" ] && [ -f "$launcher" ] &&
    ps -o args= -p "$holder" 2>/dev/null | grep -q orchestrator-launcher
}

# Whether one of the files and folders named after $1 is newer than the file $1, those below a folder $unwatched left out. A folder is
# newer when a file in it came or went.
is_older() {
  marker=$1
  shift
  [ -n "$(find "$@" \( ${unwatched:+-path "*/$unwatched" -o} -name target -o -name test -o -name node_modules -o -name .orchestrator -o -name .git \) -prune -o \( -type f -o -path '*/src/*' \) -newer "$marker" -print 2>/dev/null | head -n 1)" ]
}

# Turns Maven's "[INFO] Building Orchestrator Core 0.1.0    [4/8]" into "  [4/8] Orchestrator Core", each as it comes; most tools
# would hold the lines back when nobody watches.
show_modules() {
  while IFS= read -r line; do
    case $line in
      '[INFO] Building '*' ['*/*']')
        number=${line##* }
        name=${line#'[INFO] Building '}
        name=${name%%' '[0-9]*}
        say "  $number $name"
        ;;
    esac
  done
}

# Whether what is built under the name $1 is newer than all files and folders named after it.
is_built() {
  name=$1
  shift
  [ -f "$work/built-$name" ] && [ -z "${rebuild:-}" ] && ! is_older "$work/built-$name" "$here/pom.xml" "$@"
}

# Has what was built under the name $1 count as built under the name $2, too.
counts_as() {
  cp -p "$work/built-$1" "$work/built-$2"
}

# Whether the process $1 is one of these scripts, and not another one that got the number of one that was killed.
is_script() {
  ps -o args= -p "$1" 2>/dev/null | grep -q orchestrator
}

# Waits until nobody else builds here, for two builds take each other's files away, and keeps others waiting until the program begins.
# The link names who builds; making it either works at once or not at all. Where none can be made nobody can build, which build says.
take_turn() {
  mkdir -p "$work" 2>/dev/null || return 0
  failures=0
  announced=
  until ln -s $$ "$work/building" 2>/dev/null; do
    if builder=$(readlink "$work/building"); then
      [ "$builder" != $$ ] || return 0
      if is_script "$builder"; then
        [ "$announced" = "$builder" ] || say "Waiting for the build of process $builder"
        announced=$builder
        sleep 1
      else
        rm -f "$work/building"
      fi
    else
      failures=$((failures + 1))
      [ $failures -lt 3 ] || return 0
    fi
  done
  trap end_turn EXIT
}

end_turn() {
  [ "$(readlink "$work/building")" != $$ ] || rm -f "$work/building"
}

# Runs Maven with the arguments $2, without tests and as many modules at once as there are processors, unless all is built under the
# name $1 that is made of the files and folders named after it.
build() {
  marker=$work/built-$1
  target=$1
  arguments=$2
  shift 2
  is_built "$target" "$@" && return
  mkdir -p "$work/logs" 2>/dev/null && : 2>/dev/null >"$marker.begun" || {
    say "The folder $work cannot be written. Make it writable, or free some space on its disk."
    exit 1
  }
  rm -f "$marker.done"
  say "Building (JDK $JAVA_MAJOR at $JAVA_HOME); the first time takes a minute or two"
  # A pipe's exit code is its last command's, so Maven's takes the way round by a file. The arguments are words on purpose.
  { (cd "$here" && ./mvnw -B -T 1C -Dmaven.test.skip=true -Dspotless.check.skip=true $arguments) 2>&1 && : >"$marker.done"; } |
    tee "$work/logs/build.txt" | show_modules
  if [ ! -f "$marker.done" ]; then
    rm -f "$marker.begun"
    errors=$(grep -E '^\[ERROR\]' "$work/logs/build.txt" | head -n 20)
    say "${errors:-$(tail -n 20 "$work/logs/build.txt")}"
    say "The build failed; all it said is in $work/logs/build.txt"
    exit 1
  fi
  rm -f "$marker.done"
  mv "$marker.begun" "$marker"
}

# Becomes the program $launcher, for the project in the folder $1 below here, with the arguments after it.
launch() {
  end_turn
  project=$1
  shift
  colour=false
  [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && colour=true
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m \
    -Dorchestrator.root="$here" -Dorchestrator.project="$project" -Dorchestrator.colour=$colour -jar "$launcher" "$@"
}
