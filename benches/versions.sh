#!/usr/bin/env bash
# How long `diff` and `merge` of plans of 10,000 channels take as whole processes, beside `git diff` on the same files:
#
#     cargo build --release && benches/versions.sh target/release/ripple-planner [RUNS]
#
# Milliseconds of wall time and of processor time, medians and fastest of the runs, which take turns.
set -euo pipefail
program=$(realpath "${1:?the program}") runs=${2:-21}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 - "$program" "$runs" <<'PYTHON'
import os, resource, statistics, subprocess, sys, time

program, runs = sys.argv[1], int(sys.argv[2])

CURVES = ['s_shaped(ceiling: {}, half_spend: "6000.00", shape: 1.6)', 'saturating(first_cost: "3.00", ceiling: {}, base: 2.5)',
          'two_points(first: (spend: "1000.00", registrations: 90.5), second: (spend: "3000.00", registrations: 1{}))']

def channel(number, side):
    """One of the plan's channels; each side changes the budget of every hundredth, and the name of every 250th."""
    spend = number % 9000 + (5 if side and number % 100 == side else 0)
    name = f"渠道 {number}" + (f" ({side})" if side and number % 250 == side + 3 else "")
    note = f', note: "来源：2024 年第 {number} 号合同"' if number % 5 == 0 else ""
    lead_rate = ", lead_rate: (likely: 0.052, low: 0.03, high: 0.08)" if number % 2 == 0 else ""
    curve = CURVES[number % 3].format(200.5 + number % 997)
    return (f'(id: "channel-{number}", name: "{name}", task: {"ABW"[number % 3]}, group: "group-{number % 100}", spend: "{spend}.00", '
            f'max: "20000.00", curve: {curve}{lead_rate}{note}),')

def plan(side):
    numbers = [number for number in range(10_000) if side != 1 or number % 1000 != 7]
    if side == 2:
        numbers = numbers[50:] + numbers[:50]
    groups = "".join(f'(id: "group-{number}", name: "渠道组 {number}", lead_rate: 0.05),' for number in range(100))
    channels = "".join(channel(number, side) for number in numbers)
    return (f'Plan(format: 1, title: "大计划", currency: (code: "CNY", digits: 2), period: (start: "2025-01-01", months: 12), '
            f'allocation: (budget: "50000000.00", groups: [{groups}], channels: [{channels}]))')

for side, name in enumerate(["base", "ours", "theirs"]):
    with open("typed.ron", "w", encoding="utf-8") as file:
        file.write(plan(side))
    # As the program lays it out.
    subprocess.run([program, "merge", "typed.ron", "typed.ron", "typed.ron", "--output", f"{name}.ron"], check=True)
print(f"{os.path.getsize('base.ron'):,} bytes, {sum(1 for _ in open('base.ron')):,} lines")

commands = {"diff": [program, "diff", "base.ron", "ours.ron"], "git diff": ["git", "diff", "--no-index", "base.ron", "ours.ron"],
            "merge": [program, "merge", "base.ron", "ours.ron", "theirs.ron"]}
wall, processor = {name: [] for name in commands}, {name: [] for name in commands}
for _ in range(runs):
    for name, command in commands.items():
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        wall[name].append(1000 * (time.perf_counter() - begun))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor[name].append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
for name in commands:
    median, least = statistics.median, min
    print(f"{name:9} wall {median(wall[name]):6.1f} ({least(wall[name]):.1f})   processor {median(processor[name]):6.1f} ({least(processor[name]):.1f})")
PYTHON
