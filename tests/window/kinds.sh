#!/usr/bin/env bash
# What a desktop takes for a plan: tests/window/kinds.sh. Needs shared-mime-info, xdg-utils, libglib2.0-bin, desktop-file-utils, appstream.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
desktop-file-validate packaging/linux/ripple-planner.desktop
# No domain belongs to the program yet (docs/packaging.md).
appstreamcli validate --no-net --override=cid-desktopapp-is-not-rdns=info packaging/linux/ripple-planner.metainfo.xml >"$work/said" \
    || { cat "$work/said" >&2; exit 1; }
export XDG_DATA_HOME=$work/data XDG_DATA_DIRS=$work/data:/usr/share
mkdir -p "$work/data/mime/packages" "$work/files"
cp packaging/linux/ripple-planner-mime.xml "$work/data/mime/packages/ripple-planner.xml"
update-mime-database "$work/data/mime"
cd "$work/files"
plans=$OLDPWD/saved_plans
cp "$plans/worked-case.ron" plan.ron
cp "$plans/worked-case.zh-CN.ron" no-ending
{ printf '\xef\xbb\xbf'; cat "$plans/blank.ron"; } >mark.ron
{ echo '// of last year'; cat "$plans/blank.ron"; } >remark.ron
{ printf '/* in\ntwo lines */\n'; cat "$plans/blank.ron"; } >remarks.ron
sed 's/$/\r/' "$plans/blank.ron" >windows.ron
echo 'Settings(language: English)' >settings.ron
printf 'Planet(\n    format: 1,\n)\n' >planet.ron
printf '// Plan(\n(\n    format: 1,\n)\n' >other.ron
expect() {
    local kind=$1 file found
    shift
    for file in "$@"; do
        for found in "$(xdg-mime query filetype "$file")" "$(gio info -a standard::content-type "$file" | sed -n 's/.*content-type: //p')"; do
            case $found in $kind) ;; *) echo "$file is taken for $found" >&2; exit 1 ;; esac
        done
    done
}
expect application/x-ripple-planner plan.ron no-ending mark.ron remark.ron remarks.ron windows.ron
expect 'text/*' settings.ron planet.ron other.ron
echo "  a plan is known by how it begins, and nothing else is"
