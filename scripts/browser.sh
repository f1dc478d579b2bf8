#!/bin/sh
# Makes Debian's chromium available for the browser tests, or says that they will be skipped.
set -u
if command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium for the browser tests ..."
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null 2>&1
fi
command -v chromium >/dev/null 2>&1 || cat <<'TEXT'
###############################################################################
# No chromium here and no right to install it: THE BROWSER TESTS ARE SKIPPED. #
###############################################################################
TEXT
exit 0
