#!/usr/bin/env bash
# How much faster the whole program makes a PDF than LibreOffice converts our own workbook of the same plan, in pairs:
#     cargo build --release && benches/paper_libreoffice.sh [PAIRS]
# Processor time is told too: other work on the machine does not change it much.
set -euo pipefail
cd "$(dirname "$0")/.."
pairs=${1:-7}
program=${CARGO_TARGET_DIR:-target}/release/ripple-planner
plan=saved_plans/worked-case.ron
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" summary "$plan" --format xlsx --output "$folder/plan.xlsx"
ours() { "$program" summary "$plan" --format pdf --output "$folder/ours.pdf" --force; }
office() {
    soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to pdf --outdir "$folder" \
        "$folder/plan.xlsx" >"$folder/office" 2>&1 || { cat "$folder/office" >&2; exit 1; }
}
# Seconds and processor seconds of a command.
seconds() {
    local TIMEFORMAT='%R %U %S'
    { time "$1"; } 2>&1 | awk '{ print $1, $2 + $3 }'
}
# Both once unmeasured: files are in memory then, and LibreOffice has its profile.
ours
office
echo "pair  ours, s  processor   LibreOffice, s  processor   times  in processor time"
for pair in $(seq "$pairs"); do
    echo "$pair $(seconds ours) $(seconds office)" |
        awk '{ printf "%4d  %7.3f  %9.3f  %15.3f  %9.3f  %6.1f  %6.1f\n", $1, $2, $3, $4, $5, $4 / $2, $5 / $3 }'
done | tee "$folder/times"
median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }
echo "medians: $(awk '{ print $6 }' "$folder/times" | median) times, $(awk '{ print $7 }' "$folder/times" | median) in processor time"
