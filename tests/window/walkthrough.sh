#!/usr/bin/env bash
# Makes the first plan of docs/walkthrough.md in the real window, from nothing, and takes its pictures:
#
#     tests/window/walkthrough.sh FOLDER [English|Chinese]
#
# Only keys are pressed: F8 goes to what comes next. Needs Xvfb, xdotool and ImageMagick.
# BIN  target/debug/ripple-planner    PAUSE  seconds after each key, 1: a debug build on a busy machine needs more
set -euo pipefail
folder=$1 language=${2:-English}
person='Lin Yue' channel='Search advertising' of=
[ "$language" = English ] || { person=林悦 channel=搜索投放 of=zh-; }
bin=${BIN:-target/debug/ripple-planner} pause=${PAUSE:-1} size=1280x720
home=$(mktemp -d)
mkdir -p "$home/ripple-planner" "$folder"
cat >"$home/ripple-planner/settings.ron" <<SETTINGS
Settings(language: $language, theme: Light, window: WindowSize(width: 1280.0, height: 720.0))
SETTINGS
display=:$((100 + RANDOM % 800))
Xvfb "$display" -screen 0 "${size}x24" -noreset >/dev/null 2>&1 &
xvfb=$!
app=
trap 'kill ${app:-} $xvfb 2>/dev/null || true; rm -rf "$home"' EXIT
for _ in $(seq 50); do [ -e "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
export DISPLAY=$display XDG_CONFIG_HOME=$home XDG_STATE_HOME=$home/state LIBGL_ALWAYS_SOFTWARE=1
"$bin" &
app=$!
window=
for _ in $(seq 200); do
    window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
    kill -0 "$app" || { echo "the app ended" >&2; exit 1; }
    sleep 0.1
done
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 720
sleep "$((4 * pause))"
xdotool windowfocus "$window" key shift

key() { for one in "$@"; do xdotool key "$one"; sleep "$pause"; done; }
# A letter that is on no key is laid on a free one for as long as xdotool waits: the window must have read it by then.
write() {
    local delay=40
    [[ $1 = *[![:ascii:]]* ]] && delay=$((1000 * pause))
    xdotool type --delay "$delay" "$1"
    sleep "$pause"
    key Return
}
# Few colours: a picture of a window stays small.
picture() {
    xdotool mousemove 1276 400
    sleep "$((2 * pause))"
    import -window root png:- | convert - +dither -colors 128 "png8:$folder/walkthrough-$of$1.png"
}
next() { key F8; }

picture 1-start
key ctrl+n
picture 2-blank
next && write 24000000
picture 3-goal
next && key Return && write "$person"
picture 4-owner
next && key Return && write "$channel"
next && write 600000
next && picture 5-brings
write 12000
next && write '10%'
next && write '8%'
next && write 24000
picture 6-flows
key ctrl+1
picture 7-overview
key ctrl+4 Return
picture 8-pyramid
key ctrl+9
sleep "$((4 * pause))"
picture 9-summary
