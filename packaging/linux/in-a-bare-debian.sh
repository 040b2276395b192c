#!/usr/bin/env bash
# Installs the .deb in a bare Debian, starts the program from its menu entry, and removes it again: in-a-bare-debian.sh PACKAGE.deb
#
# Needs root, mmdebstrap, Xvfb and xdotool. The root is built anew, so that nothing of this machine helps the package along.
set -euo pipefail
package=$1
root=$(mktemp -d)
pids=()
cleanup() {
    [ ${#pids[@]} = 0 ] || kill "${pids[@]}" 2>/dev/null || true
    for mounted in tmp/.X11-unix proc dev; do umount -l "$root/$mounted" 2>/dev/null || true; done
    rm -rf --one-file-system "$root"
}
trap cleanup EXIT
say() { printf '  %s\n' "$*"; }
fail() { echo "in a bare Debian: $*" >&2; exit 1; }

# What a desktop has anyway and a package must not bring: the tools that read menu entries, icons and kinds of files.
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mmdebstrap --quiet --mode=root --variant=apt --include=desktop-file-utils,shared-mime-info,libglib2.0-bin "$suite" "$root"

cp "$package" "$root/tmp/package.deb"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@"; }
# mmdebstrap leaves no lists of packages behind.
inside apt-get update -qq
# Without what is recommended: what the program cannot run without must come by itself.
inside apt-get install -y -qq --no-install-recommends /tmp/package.deb >"$root/tmp/apt.log" 2>&1 || { cat "$root/tmp/apt.log" >&2; fail "it does not install"; }
say "installed, $(inside dpkg-query -Wf '${Installed-Size}' ripple-planner) kB"

entry=/usr/share/applications/ripple-planner.desktop
inside desktop-file-validate "$entry" || fail "the menu entry is not valid"
[ -s "$root/usr/share/icons/hicolor/48x48/apps/ripple-planner.png" ] || fail "no icon"
cat >"$root/tmp/plan.ron" <"$(dirname "$0")/../../saved_plans/worked-case.ron"
# Without a desktop xdg-mime knows no kinds but those of file(1).
kind_of_plan() { inside gio info -a standard::content-type /tmp/plan.ron | sed -n "s/.*content-type: //p"; }
kind=$(kind_of_plan)
[ "$kind" = application/x-ripple-planner ] || fail "a plan is a $kind"
opener=$(inside gio mime application/x-ripple-planner)
case $opener in *ripple-planner.desktop*) say "a plan is opened by the program" ;; *) fail "a plan is opened by: $opener" ;; esac

# The menu starts what stands behind Exec; gio does the same with a file. A software renderer stands in for a graphics card.
inside apt-get install -y -qq --no-install-recommends libgl1-mesa-dri >/dev/null 2>&1
number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1366x768x24 -noreset 3>"$number" >/dev/null 2>&1 &
pids+=($!)
for _ in $(seq 100); do [ -s "$number" ] && break; sleep 0.1; done
display=:$(tr -d '[:space:]' <"$number")
rm -f "$number"
inside env DISPLAY="$display" LIBGL_ALWAYS_SOFTWARE=1 gio launch "$entry" /tmp/plan.ron >/dev/null 2>&1 &
pids+=($!)
window=
for _ in $(seq 600); do
    window=$(DISPLAY=$display xdotool search --onlyvisible --class ripple-planner 2>/dev/null | tail -n 1) && [ -n "$window" ] \
        && case $(DISPLAY=$display xdotool getwindowname "$window") in *"IM cloud 2026"*) break ;; esac
    sleep 0.2
done
title=$(DISPLAY=$display xdotool getwindowname "$window") || fail "no window"
case $title in *"IM cloud 2026"*) say "started from the menu: $title" ;; *) fail "the window is called '$title'" ;; esac
DISPLAY=$display xdotool windowclose "$window" || true

inside apt-get purge -y -qq ripple-planner >/dev/null 2>&1
case $(kind_of_plan) in *ripple*) fail "plans are still known after removal" ;; esac
left=$(cd "$root" && find etc usr var/lib/dpkg/info -type f -name '*ripple-planner*')
[ -z "$left" ] || fail "left behind: $left"
say "removed, nothing left behind"
