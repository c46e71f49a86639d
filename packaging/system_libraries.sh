#!/bin/sh
# Makes sure that the shared libraries of Qt are there: installs them when root on a Debian-like system, else prints
# the one command that does. Usage: packaging/system_libraries.sh [--tests]   (--tests: also Xvfb and a font)
set -eu
libraries="libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0 libfontconfig.so.1:libfontconfig1
libdbus-1.so.3:libdbus-1-3 libglib-2.0.so.0:libglib2.0-0 libX11-xcb.so.1:libx11-xcb1
libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0
libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1"
[ "$(uname -s)" = Linux ] || exit 0
PATH="$PATH:/sbin:/usr/sbin"
known=$(ldconfig -p 2>/dev/null || true)
missing=""
for pair in $libraries; do
    case "$known" in *"${pair%%:*}"*) ;; *) missing="$missing ${pair#*:}" ;; esac
done
fonts=$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" -name '*.tt[fc]' 2>/dev/null | head -n 1)
[ -n "$fonts" ] || missing="$missing fonts-dejavu-core"
if [ "${1:-}" = --tests ]; then
    command -v xvfb-run >/dev/null && command -v xauth >/dev/null || missing="$missing xvfb xauth"
fi
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
    echo "These libraries are missing (Debian's names):$missing. Install them with your system's package manager."
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    echo "Installing missing system libraries:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of words is meant
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "System libraries are missing. Run this once, then the same make command again:"
    echo "    sudo apt-get install -y --no-install-recommends$missing"
    exit 1
fi
