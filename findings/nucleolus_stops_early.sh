#!/usr/bin/env bash
# A nucleolus that lets the team with the larger need pay less.
#
# Software: tucoopy 0.1.0 (Python), its extra `lp` with SciPy 1.15.3.
# Source:   its docstrings: the nucleolus minimizes the excesses of all coalitions lexicographically, the largest first.
#           The airport game is its own example: a coalition costs what its largest need costs. Literature (Littlechild
#           1974, A simple expression for the nucleolus in a special case): one point, and who needs more never pays less.
# Expected: needs of 3, 9 and 7 (thousand): 1.5, 4.75 and 2.75; nucleolus and prenucleolus agree, as the core is not empty.
#           The script shows that this is better: its excesses, largest first, are smaller at the first difference.
# Seen:     nucleolus 1.5, 3.5, 4.0 (the need of 9 pays less than that of 7), prenucleolus 1.5, 6.0, 1.5. Two
#           teams of the same need get different shares: 5, 7, 5, 7 gives 1.67, 1.67, 1.67, 2.0. No warning.
#           Every coalition that is tight in the one solution the solver happened to return is
#           fixed, also those that need not be tight in all solutions.
# Why:      stands and stages shared at a fair are airport games. A share that looks sophisticated is still to be checked
#           by what everybody sees: equals pay equally, who needs more does not pay less.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check tucoopy==0.1.0 scipy==1.15.3 numpy==2.2.6

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from importlib.metadata import version

from tucoopy.games.airport import airport_game
from tucoopy.solutions import nucleolus, prenucleolus


def excesses(needs, shares):
    """What each coalition pays more than alone, largest first."""
    n = len(needs)
    coalitions = [[i for i in range(n) if mask >> i & 1] for mask in range(1, 2**n - 1)]
    return sorted((round(sum(shares[i] for i in c) - max(needs[i] for i in c), 9) for c in coalitions), reverse=True)


def shown(shares):
    return " ".join(f"{s:.2f}" for s in shares)


print("tucoopy", version("tucoopy"), "scipy", version("scipy"))
for needs, right in (([3, 9, 7], [1.5, 4.75, 2.75]), ([5, 7, 5, 7], [5 / 3, 11 / 6, 5 / 3, 11 / 6])):
    for solve in (nucleolus, prenucleolus):
        shares = [-x for x in solve(airport_game(needs)).x]
        better = excesses(needs, right) < excesses(needs, shares)
        print("needs", *needs, solve.__name__, shown(shares), "better:", shown(right) if better else "none")
PY

cat > "$work/recorded" <<'TXT'
tucoopy 0.1.0 scipy 1.15.3
needs 3 9 7 nucleolus 1.50 3.50 4.00 better: 1.50 4.75 2.75
needs 3 9 7 prenucleolus 1.50 6.00 1.50 better: 1.50 4.75 2.75
needs 5 7 5 7 nucleolus 1.67 1.67 1.67 2.00 better: 1.67 1.83 1.67 1.83
needs 5 7 5 7 prenucleolus 1.67 2.00 1.67 1.67 better: 1.67 1.83 1.67 1.83
TXT
diff "$work/recorded" "$work/seen" || { echo "has changed: the nucleolus of tucoopy" >&2; exit 1; }
