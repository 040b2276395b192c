#!/usr/bin/env bash
# Largest remainder, except that .25 counts as more than .5.
#
# Software: round-percentages 1.0 (Python).
# Source:   its README (github.com/simondo92/round-percentages): rounds percentages that sum to 100 so that the rounded
#           ones do too, by the largest remainder method.
# Expected: 50.5, 24.25 and 25.25 round to 51, 24 and 25: one point is left over, and the remainder .5 is the largest.
# Seen:     50, 25, 25. The digits behind the point are compared as whole numbers, 25 against 5. It only comes out
#           right when all numbers have equally many digits, which the README's example has.
# Why:      shares of a budget are such numbers: a half beside quarters. The sum is 100, so no check of
#           the sum notices that the point went to the wrong channel. Compare remainders as numbers, best as whole
#           numbers over a common denominator.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check round-percentages==1.0

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from fractions import Fraction
from importlib.metadata import version

import round_percentages


def largest_remainder(texts):
    exact = [Fraction(t) for t in texts]
    whole = [int(e) for e in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for i in by_remainder[: 100 - sum(whole)]:
        whole[i] += 1
    return whole


print("round-percentages", version("round-percentages"))
for texts in (["50.5", "24.25", "25.25"], ["50.50001", "24.25001", "25.24998"]):
    print(*texts, "rounds to", *round_percentages([float(t) for t in texts]), "expected", *largest_remainder(texts))
PY

cat > "$work/recorded" <<'TXT'
round-percentages 1.0
50.5 24.25 25.25 rounds to 50 25 25 expected 51 24 25
50.50001 24.25001 25.24998 rounds to 51 24 25 expected 51 24 25
TXT
diff "$work/recorded" "$work/seen" || { echo "has changed: how round-percentages rounds" >&2; exit 1; }
