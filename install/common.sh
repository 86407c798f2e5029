# Sourced by install/lab and install/test. Everything that both need: a JDK, a Python environment, the
# build, the kernelspec. Each step is skipped when it is done already, so a second run is quick.
#
# Always true: nothing is installed outside the project's own environment (.venv), except what the
# platform's package manager brings (Maven, Python's venv) where that is allowed.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV=$ROOT/.venv
WANT_JAVA=25

say() { printf '%s\n' "$*"; }
step() { printf '== %s\n' "$*"; }
die() {
  printf 'goloom: %s\n' "$*" >&2
  exit 1
}

# ---- JDK

# The major version of the JDK at $1 if it can run the kernel (it has a compiler and JShell), else nothing.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  "$1/bin/java" --list-modules 2>/dev/null | grep -q '^jdk\.jshell@' || return 0
  "$1/bin/java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = //p' | grep -x '[0-9]*' || true
}

# The directory of a java command, through links.
jdk_of_command() {
  local j
  j=$(command -v "$1" 2>/dev/null) || return 0
  j=$(readlink -f "$j" 2>/dev/null || printf '%s' "$j")
  dirname "$(dirname "$j")"
}

jdk_candidates() {
  printf '%s\n' "${GOLOOM_JAVA_HOME:-}" "${JAVA_HOME:-}"
  jdk_of_command java
  jdk_of_command javac
  local d
  for d in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "$HOME"/.jdk/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    printf '%s\n' "$d"
  done
}

find_jdk() {
  local d v
  while IFS= read -r d; do
    [ -n "$d" ] && [ -d "$d" ] || continue
    v=$(jdk_version "$d")
    if [ -n "$v" ] && [ "$v" -ge "$WANT_JAVA" ]; then
      printf '%s\n' "$d"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

# Sets JAVA_HOME. Offers to fetch a JDK when there is none.
need_jdk() {
  local found
  if ! found=$(find_jdk); then
    local old
    old=$(command -v java >/dev/null 2>&1 && java -version 2>&1 | head -n 1 || printf 'none')
    say "Goloom needs a JDK $WANT_JAVA or newer with JShell; on the PATH there is: $old."
    if [ "${GOLOOM_FETCH_JDK:-}" = yes ] || { [ -t 0 ] && ask "Fetch Temurin $WANT_JAVA into ~/.jdk?"; }; then
      need_venv
      "$VENV/bin/pip" install -q install-jdk==1.1.0
      "$VENV/bin/python" -c "import jdk; print(jdk.install('$WANT_JAVA'))"
      found=$(find_jdk) || die "the JDK that was fetched does not work"
    else
      die "install a JDK $WANT_JAVA and run this again, or set GOLOOM_JAVA_HOME to one (GOLOOM_FETCH_JDK=yes lets this script fetch it)"
    fi
  fi
  export JAVA_HOME=$found
  say "JDK: $JAVA_HOME ($(jdk_version "$JAVA_HOME"))"
}

ask() {
  local answer
  read -r -p "$1 [y/N] " answer
  [ "$answer" = y ] || [ "$answer" = Y ]
}

# ---- what the platform's package manager may bring

# package COMMAND PACKAGE...: installs the packages if the command is missing and that is allowed.
package() {
  local command=$1
  shift
  command -v "$command" >/dev/null 2>&1 && return 0
  install_packages "$@" && command -v "$command" >/dev/null 2>&1
}

install_packages() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing $*"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
      apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends "$@" >/dev/null
  elif command -v brew >/dev/null 2>&1; then
    brew install "$@"
  else
    return 1
  fi
}

# ---- Python

need_venv() {
  [ -x "$VENV/bin/pip" ] && return 0
  step "Python environment in .venv"
  package python3 python3 python3-venv || die "Python 3.10 or newer is missing: install python3"
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
    die "Python 3.10 or newer is needed, this is $(python3 --version)"
  python3 -m venv "$VENV" 2>/dev/null || {
    rm -rf "$VENV"
    install_packages python3-venv || die "python3 -m venv does not work: install python3-venv"
    python3 -m venv "$VENV"
  }
}

# need_requirements FILE: installs it if it has changed since the last time.
need_requirements() {
  local file=$1 stamp
  stamp=$VENV/.$(basename "$file").done
  cmp -s "$file" "$stamp" && return 0
  step "Python packages of $(basename "$file")"
  "$VENV/bin/pip" install -q --disable-pip-version-check -r "$file"
  cp "$file" "$stamp"
}

# ---- build

# What the jar is made of; a change makes a new build.
build_inputs() {
  (
    cd "$ROOT"
    find pom.xml .mvn goruntime timeline kernel -type f -not -path '*/target/*' -not -path '*/src/test/*' \
      -exec cksum {} + | sort -k 3
    printf '%s\n' "$JAVA_HOME"
  ) | cksum
}

KERNEL_JAR=$ROOT/kernel/target/goloom-kernel.jar

need_maven() {
  package mvn maven || die "Maven is missing: install it (package maven)"
}

need_build() {
  local inputs stamp=$ROOT/kernel/target/.built
  inputs=$(build_inputs)
  [ -f "$KERNEL_JAR" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$inputs" ] && return 0
  step "build (mvn package)"
  need_maven
  (cd "$ROOT" && mvn -q -B -pl kernel -am -DskipTests package)
  printf '%s\n' "$inputs" >"$stamp"
}

# ---- kernelspec

need_kernelspec() {
  local stamp=$VENV/.kernelspec.done
  [ -f "$stamp" ] && [ "$stamp" -nt "$KERNEL_JAR" ] && [ "$(cat "$stamp")" = "$JAVA_HOME" ] && return 0
  step "kernelspec goloom"
  "$JAVA_HOME/bin/java" -jar "$KERNEL_JAR" install --prefix "$VENV" --java-home "$JAVA_HOME"
  printf '%s\n' "$JAVA_HOME" >"$stamp"
}

setup() {
  need_jdk
  need_venv
  need_requirements "$ROOT/install/requirements-lab.txt"
  need_build
  need_kernelspec
}
