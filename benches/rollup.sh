#!/usr/bin/env bash
# How long `rollup` of 200 worked cases takes as a whole process, beside one worked case alone:
#
#     cargo build --release && benches/rollup.sh target/release/ripple-planner [RUNS]
#
# Milliseconds of wall time and of processor time, medians and fastest of the runs, which take turns.
set -euo pipefail
program=$(realpath "${1:?the program}") runs=${2:-21}
case=$(realpath "$(dirname "$0")/../saved_plans/worked-case.ron")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for number in $(seq 200); do cp "$case" "$number.ron"; done
python3 - "$program" "$runs" <<'PYTHON'
import resource, statistics, subprocess, sys, time

program, runs = sys.argv[1], int(sys.argv[2])
commands = {f"{count} plans": [program, "rollup", *(f"{number}.ron" for number in range(1, count + 1))] for count in (1, 200)}
wall, processor = {name: [] for name in commands}, {name: [] for name in commands}
for _ in range(runs):
    for name, command in commands.items():
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        wall[name].append(1000 * (time.perf_counter() - begun))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor[name].append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
for name in commands:
    median, least = statistics.median, min
    print(f"{name:9} wall {median(wall[name]):6.1f} ({least(wall[name]):.1f})   processor {median(processor[name]):6.1f} ({least(processor[name]):.1f})")
PYTHON
