#!/usr/bin/env bash
# Takes a picture of the real window: tests/window/picture.sh OUT.png [PLAN] [KEYS]
#
# PLAN    a plan file; empty for the start page
# KEYS    xdotool keys pressed before the picture, such as "ctrl+5" for the fifth tab
# SIZE    1366x768      WAIT  seconds after the keys, 4: a debug build draws its first Chinese letters slowly
# RP_LANG English|Chinese    THEME  Light|Dark    BIN  target/debug/ripple-planner
# ACTIONS further xdotool actions, such as "mousemove 600 300 click 1"
set -euo pipefail
out=$1 plan=${2:-} keys=${3:-}
size=${SIZE:-1366x768} bin=${BIN:-target/debug/ripple-planner}
home=$(mktemp -d)
mkdir -p "$home/ripple-planner"
cat >"$home/ripple-planner/settings.ron" <<SETTINGS
Settings(language: ${RP_LANG:-English}, theme: ${THEME:-Light}, window: WindowSize(width: ${size%x*}.0, height: ${size#*x}.0), recent: [${RECENT:-}])
SETTINGS
display=:$((100 + RANDOM % 800))
Xvfb "$display" -screen 0 "${size}x24" -noreset >/dev/null 2>&1 &
xvfb=$!
app=
trap 'kill ${app:-} $xvfb 2>/dev/null || true; rm -rf "$home"' EXIT
for _ in $(seq 50); do [ -e "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
export DISPLAY=$display XDG_CONFIG_HOME=$home LIBGL_ALWAYS_SOFTWARE=1
"$bin" ${plan:+"$plan"} &
app=$!
window=
for _ in $(seq 200); do
    window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
    kill -0 "$app" || { echo "the app ended" >&2; exit 1; }
    sleep 0.1
done
xdotool windowmove "$window" 0 0 windowsize "$window" "${size%x*}" "${size#*x}" || true
# The first drawn frame puts the plan's name into the title; a busy machine takes its time.
[ -z "$plan" ] || for _ in $(seq 300); do
    case $(xdotool getwindowname "$window") in *–*) break ;; esac
    sleep 0.1
done
for _ in $(seq 50); do
    xdotool windowfocus "$window" && sleep 0.2
    [ "$(xdotool getwindowfocus 2>/dev/null)" = "$window" ] && break
done
sleep "${START:-1}"
# On a fresh X server the first key press may come before the state of the modifiers.
xdotool key shift
for key in $keys; do xdotool key "$key"; sleep 0.2; done
[ -z "${ACTIONS:-}" ] || eval "xdotool $ACTIONS"
sleep "${WAIT:-4}"
import -window root "$out"
