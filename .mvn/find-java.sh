# Finds a JDK that the build and the services run on. Meant to be sourced by sh; sets and exports JAVA_HOME and JAVA_MAJOR,
# says on stderr which JDK it took (unless FIND_JAVA_QUIET is set), and ends the shell with 1 when there is none.

MINIMUM_JAVA=21

# Prints the major version of the JDK in $1, or nothing when there is none (a JRE has no compiler).
java_major() {
  [ -x "$1/bin/javac" ] || return 0
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([^"]*\)"\{0,1\}.*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9].*\)/\1/p')
  printf '%s' "${version%%[!0-9]*}"
}

# Takes the JDK in $1 if it is new enough; $2 says how it was found.
take_java() {
  [ -n "$1" ] || return 1
  major=$(java_major "$1")
  [ -n "$major" ] && [ "$major" -ge "$MINIMUM_JAVA" ] || return 1
  JAVA_HOME=$1
  JAVA_MAJOR=$major
  export JAVA_HOME JAVA_MAJOR
  [ -n "${FIND_JAVA_QUIET:-}" ] || echo "Using JDK $major at $1 ($2)" >&2
}

java_on_path() {
  compiler=$(command -v javac) || return 0
  compiler=$(readlink -f "$compiler" 2>/dev/null) || return 0
  printf '%s' "${compiler%/bin/javac}"
}

find_java() {
  take_java "${JAVA_HOME:-}" JAVA_HOME && return
  take_java "$(java_on_path)" PATH && return
  if [ -x /usr/libexec/java_home ]; then
    take_java "$(/usr/libexec/java_home -v "$MINIMUM_JAVA+" 2>/dev/null)" java_home && return
  fi
  for folder in /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* /opt/* /opt/*/* /usr/local/*jdk* \
      "$HOME"/.jdks/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    take_java "$folder" "found there" && return
  done
  echo "No JDK $MINIMUM_JAVA or newer was found in JAVA_HOME, on PATH or in the usual folders." >&2
  echo "Install one, for example 'apt-get install openjdk-21-jdk-headless', 'brew install openjdk@21' or https://adoptium.net," >&2
  echo "or set JAVA_HOME to the one you have." >&2
  exit 1
}

find_java
