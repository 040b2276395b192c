#!/usr/bin/env bash
# Takes the README's pictures of the real window and of the printed pages anew: tests/window/readme.sh [FOLDER]
#
# FOLDER  docs/pictures
# BIN     target/debug/ripple-planner
# Needs Xvfb, xdotool, ImageMagick and pdftoppm. What the pictures of months and of an import show is made by hand.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:-docs/pictures} bin=${BIN:-target/debug/ripple-planner}
plans=$(mktemp -d)
trap 'rm -rf "$plans"' EXIT
cp saved_plans/*.ron "$plans/"
export XDG_STATE_HOME=$plans/state BIN=$bin

# Few colours: a picture of a window stays small.
small() { convert "$1" +dither -colors 128 "png8:$2"; }

# NAME LANGUAGE THEME PLAN KEYS [ACTIONS]
window() {
    RP_LANG=$2 THEME=$3 SIZE=1366x768 ACTIONS=${6:-mousemove 1362 400} tests/window/picture.sh "$plans/window.png" "$plans/$4" "$5"
    small "$plans/window.png" "$folder/$1.png"
    echo "$1"
}

window overview-en English Light worked-case.ron ctrl+1
window goal-en English Light worked-case.ron ctrl+2
window pyramid-zh Chinese Dark worked-case.zh-CN.ron ctrl+4
window allocation-zh Chinese Light worked-case.zh-CN.ron ctrl+5
window ripple-en English Light worked-case.ron ctrl+6
window track-en English Light worked-case-track.ron ctrl+7
# The registrations of a channel tell how they come about.
window explained-zh Chinese Light worked-case.zh-CN.ron ctrl+5 "mousemove 678 271 sleep 0.5 click 1 sleep 0.5 mousemove 1362 400"

# NAME LANGUAGE PLAN PAGES...: the pages side by side.
pages() {
    "$bin" summary --format pdf --lang "$2" --output "$plans/summary.pdf" --force "$plans/$3"
    pdftoppm -r 100 -png "$plans/summary.pdf" "$plans/page"
    convert "${@:4}" +append "$plans/pages.png"
    small "$plans/pages.png" "$folder/$1.png"
    rm "$plans"/page*
    echo "$1"
}

pages summary-page-en en worked-case.ron "$plans/page-1.png"
pages summary-pages-zh zh-CN worked-case.zh-CN.ron "$plans/page-1.png" "$plans/page-2.png"
