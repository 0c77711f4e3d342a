#!/bin/sh
# What Qt and the tests of papers need from a bare Debian; does nothing where it is there, or where it cannot be had.
set -eu
missing=
have() { ldconfig -p 2>/dev/null | grep -q "$1"; }
have libEGL.so.1 || missing="$missing libegl1"
have libGL.so.1 || missing="$missing libgl1"
have libxkbcommon.so.0 || missing="$missing libxkbcommon0"
have libdbus-1.so.3 || missing="$missing libdbus-1-3"
have libfontconfig.so.1 || missing="$missing libfontconfig1"
have libglib-2.0.so.0 || missing="$missing libglib2.0-0"
have libpulse.so.0 || missing="$missing libpulse0"
have libnss3.so || missing="$missing libnss3"
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
command -v strace >/dev/null || missing="$missing strace"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "Please install:$missing" >&2
fi
