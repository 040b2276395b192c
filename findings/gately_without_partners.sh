#!/usr/bin/env bash
# A Gately point that never looks at what the others can do together.
#
# Software: tucoopy 0.1.0 (Python); its gately_point needs nothing else.
# Source:   Gately (1974), Sharing the gains from regional cooperation: the propensity of a player to disrupt is what
#           the others would lose by his leaving, x(N-i) - v(N-i), over what he would lose himself, x(i) - v(i); the point
#           makes all of them equal. For gains that nobody has alone this divides v(N) in proportion to v(N) - v(N-i).
# Expected: Brand and Sales save 10 by a joint stand, either of them saves nothing with Events, all three save 12:
#           5.54, 5.54 and 0.92, as Events adds 2 and each of the others 12.
# Seen:     4, 4 and 4. The numerator is taken as v(N) - x(i), so no value of a pair is ever read, whatever it is. Brand
#           and Sales get 8 together and have 10 without Events. Its docstring has the same formula and the right name.
# Why:      whoever shares costs by such a point drives the two largest partners out of the event. Two checks need no
#           theory: a partner who adds more gets more, and no group gets less than it has on its own (where that is possible).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check tucoopy==0.1.0

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from importlib.metadata import version

from tucoopy import Game
from tucoopy.solutions import gately_point

BRAND, SALES, EVENTS = 1, 2, 4
ALL = BRAND | SALES | EVENTS


def gately(worth):
    """For a game in which nobody gains alone."""
    adds = [worth[ALL] - worth[ALL ^ player] for player in (BRAND, SALES, EVENTS)]
    return [worth[ALL] * a / sum(adds) for a in adds]


def propensities(worth, shares):
    return [
        (worth[ALL] - share - worth[ALL ^ player]) / share for player, share in zip((BRAND, SALES, EVENTS), shares)
    ]


def shown(numbers):
    return " ".join(f"{n:.2f}" for n in numbers)


print("tucoopy", version("tucoopy"))
for pair in (10.0, 2.0):
    worth = {0: 0.0, BRAND: 0.0, SALES: 0.0, EVENTS: 0.0, BRAND | SALES: pair, BRAND | EVENTS: 0.0, SALES | EVENTS: 0.0, ALL: 12.0}
    seen, expected = gately_point(Game(n_players=3, v=worth)).x, gately(worth)
    print(f"Brand and Sales alone {pair:.0f}: seen {shown(seen)}, propensities {shown(propensities(worth, seen))}")
    print(f"  expected {shown(expected)}, propensities {shown(propensities(worth, expected))}")
PY

cat > "$work/recorded" <<'TXT'
tucoopy 0.1.0
Brand and Sales alone 10: seen 4.00 4.00 4.00, propensities 2.00 2.00 -0.50
  expected 5.54 5.54 0.92, propensities 1.17 1.17 1.17
Brand and Sales alone 2: seen 4.00 4.00 4.00, propensities 2.00 2.00 1.50
  expected 4.24 4.24 3.53, propensities 1.83 1.83 1.83
TXT
diff "$work/recorded" "$work/seen" || { echo "has changed: the Gately point of tucoopy" >&2; exit 1; }
