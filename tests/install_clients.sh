#!/bin/sh
# Chromium and calcurse for the browser and calendar tests, where they are missing
# and this user may install them unasked (root on Debian or Ubuntu). Never fails:
# tests that miss a program skip themselves and say how to install it.
missing=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
  command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
command -v calcurse >/dev/null 2>&1 || missing="$missing calcurse"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing$missing …"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  { apt-get -qq update && apt-get -qq install -y --no-install-recommends $missing; } >/dev/null 2>&1 ||
    echo "Could not install$missing: the tests that need it will be skipped."
else
  echo "Not installed:$missing. The tests that need it are skipped; to run them: sudo apt install$missing"
fi
exit 0
