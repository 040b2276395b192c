#!/usr/bin/env bash
# Who has laid out the money is told to pay once more.
#
# Software: settleup-calculator 1.0.1 (Python).
# Source:   its docstrings: calculate_balances gives positive balances to who owes, negative ones to who is owed;
#           calculate_settlements takes such balances and lists who pays whom. Its README shows 100.00 split
#           equally among three as 33.33, 33.33 and 33.34.
# Expected: Brand pays 10,000 for a fair that Brand and Sales share equally: Sales pays Brand 5,000. Three equal shares
#           of 100.00 sum to 100.00, as the README says.
# Seen:     Brand, who has paid everything, is to pay Sales 5,000: the two functions mean opposite signs. The shares are
#           33.33 each; a cent is nobody's. Nothing is raised or warned about.
# Why:      a settlement in the wrong direction looks as plausible as the right one. One check catches it: after the
#           transfers what each party has paid less what it has received is its share. Ripple Planner's tests hold
#           every settlement against that, and shares sum to the total in the smallest unit.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check settleup-calculator==1.0.1

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from decimal import Decimal
from importlib.metadata import version

from settleup_calculator import ExpenseCalculator, SplitCalculator
from settleup_calculator.expense_calculator import SplitMethod

print("settleup-calculator", version("settleup-calculator"))
fair = [{"paid_by": "Brand", "amount": Decimal("10000.00"), "participants": ["Brand", "Sales"], "split_method": "equal"}]
balances = SplitCalculator.calculate_balances(fair)
print("balances:", {who: str(amount) for who, amount in balances.items()})
for s in SplitCalculator.calculate_settlements(balances):
    print(f"{s['from']} pays {s['to']} {s['amount']:.2f}")

shares = ExpenseCalculator.calculate_split(Decimal("100.00"), ["Brand", "Sales", "Product"], SplitMethod.EQUAL)
print("shares of 100.00:", *shares.values(), "sum", sum(shares.values()))
PY

cat > "$work/recorded" <<'TXT'
settleup-calculator 1.0.1
balances: {'Brand': '-5000.00', 'Sales': '5000.00'}
Brand pays Sales 5000.00
shares of 100.00: 33.33 33.33 33.33 sum 99.99
TXT
diff "$work/recorded" "$work/seen" || { echo "has changed: how settleup-calculator settles" >&2; exit 1; }
