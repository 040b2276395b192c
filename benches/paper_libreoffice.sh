#!/usr/bin/env bash
# How much faster the whole program makes a PDF than LibreOffice does of the same figures, run in pairs:
#     cargo build --release && benches/paper_libreoffice.sh [PAIRS]
# LibreOffice converts our own workbook where the program writes one, otherwise the CSV of the same summary.
set -euo pipefail
cd "$(dirname "$0")/.."
pairs=${1:-7}
program=${CARGO_TARGET_DIR:-target}/release/ripple-planner
plan=saved_plans/worked-case.ron
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
office() {
    soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to pdf --outdir "$folder" "$1" >/dev/null 2>&1
}
table=$folder/summary.xlsx
"$program" summary "$plan" --format xlsx --output "$table" 2>/dev/null || {
    table=$folder/summary.csv
    "$program" summary "$plan" --format csv --output "$table"
}
seconds() {
    local begin end
    begin=$(date +%s%N)
    "$@"
    end=$(date +%s%N)
    echo $(((end - begin) / 1000))
}
ours() { "$program" summary "$plan" --format pdf --output "$folder/ours.pdf" --force; }
# Both once unmeasured: files are in memory then, and LibreOffice has its profile.
ours
office "$table"
echo "pair  ours, ms  LibreOffice, ms (${table##*.})  times"
for pair in $(seq "$pairs"); do
    one=$(seconds ours)
    other=$(seconds office "$table")
    echo "$pair $one $other" | awk '{ printf "%4d  %8.1f  %15.1f         %5.1f\n", $1, $2 / 1000, $3 / 1000, $3 / $2 }'
done | tee "$folder/times"
awk '{ print $4 }' "$folder/times" | sort -n | awk '{ times[NR] = $1 } END { print "median: " times[int((NR + 1) / 2)] " times" }'
