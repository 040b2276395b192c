#!/usr/bin/env bash
# Two commits side by side: builds the benches of both in release, lets them take turns, and prints old and new medians.
#
#     benches/build_pairs.sh OLD NEW [-p PAIRS] BENCH...        e.g. 82b5e8f HEAD -p 7 allocation settlement odds
#
# Both are measured by the benches of NEW, so that the same is asked of both; what OLD cannot build is said and left out.
# A row is the median over the pairs of what a run names as its median. Builds stay in $BUILD_PAIRS (by default below /tmp).
set -euo pipefail
old=$(git rev-parse --short "${1:?the old commit}") new=$(git rev-parse --short "${2:?the new commit}")
shift 2
pairs=5
if [ "${1:-}" = -p ]; then pairs=$2; shift 2; fi
[ $# -gt 0 ] || { echo "which benches?" >&2; exit 2; }
home=${BUILD_PAIRS:-/tmp/build_pairs}
mkdir -p "$home"
for commit in "$old" "$new"; do
    rm -rf "${home:?}/$commit/source"
    mkdir -p "$home/$commit/source"
    git archive "$commit" | tar -x -C "$home/$commit/source"
done
rm -rf "$home/$old/source/benches" "$home/$old/source/tests/common"
cp -r "$home/$new/source/benches" "$home/$old/source/benches"
cp -r "$home/$new/source/tests/common" "$home/$old/source/tests/common"
python3 - "$home" "$old" "$new" "$pairs" "$@" <<'PYTHON'
import os, re, statistics, subprocess, sys

home, old, new, pairs, benches = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5:]
MS = {"ns": 1e-6, "µs": 1e-3, "ms": 1.0, "s": 1e3}


def bench(commit, name, *arguments):
    place = f"{home}/{commit}"
    command = ["cargo", "bench", "--quiet", "--bench", name, *arguments]
    environment = {**os.environ, "CARGO_TARGET_DIR": f"{place}/target"}
    return subprocess.run(command, cwd=f"{place}/source", env=environment, capture_output=True, text=True)


def medians(text):
    """Milliseconds by name: tables of divan, with the arguments of a bench below it, and rows with "median … ms"."""
    found, parent = {}, ""
    for line in text.splitlines():
        own = re.match(r"(.*?)\s+median\s+([\d.]+) ms", line)
        if own:
            found[own[1].strip()] = float(own[2])
            continue
        cells = line.split("│")
        name = re.match(r"[│ ]*[├╰]─ (\S+)", line)
        if not name:
            continue
        nested = line.startswith(("│", "   "))
        label = f"{parent} {name[1]}" if nested else name[1]
        parent = parent if nested else name[1]
        times = re.findall(r"([\d.]+) (ns|µs|ms|s)\b", line)
        if len(times) >= 3 and len(cells) >= 5:
            found[label] = float(times[2][0]) * MS[times[2][1]]
    return found


rows = {}
for name in benches:
    built = [bench(commit, name, "--no-run") for commit in (old, new)]
    failed = [commit for commit, run in zip((old, new), built) if run.returncode]
    if failed:
        print(f"{name}: {', '.join(failed)} does not build it", file=sys.stderr)
        continue
    for _ in range(pairs):
        for side, commit in enumerate((old, new)):
            for row, time in medians(bench(commit, name).stdout).items():
                rows.setdefault((name, row), ([], []))[side].append(time)

print(f"| bench | {old} | {new} | factor |\n|---|---|---|---|")
for (name, row), sides in rows.items():
    if all(sides):
        before, after = map(statistics.median, sides)
        print(f"| {name}: {row} | {before:.4g} ms | {after:.4g} ms | {before / after:.2f} |")
PYTHON
