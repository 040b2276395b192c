#!/usr/bin/env bash
# Conversions that Google Ads divides among clicks are cut off row by row, and credits become spend.
#
# Software: mixlift 0.5.3 (Python) with pandas 2.3.3; only its reader of reports, which needs nothing else.
# Source:   its README, part "Supported Exports": Google Ads. Google's help, "About data-driven attribution": one conversion
#           is shared among several clicks, so reports show fractions such as 0.67.
# Expected: 3.50 conversions and a spend of 4,350.00, the sums of the columns.
# Seen:     1 conversion and 4,450.00. Each row's conversions become a whole number before they are added up, so days
#           with less than one count for nothing; every sign is stripped from the cost together with its currency, so
#           a credit of 50.00 for invalid clicks is money spent.
# Why:      B2B campaigns win few conversions a day: most rows are below one or two, and the loss is systematic, largest
#           for the small campaigns that a plan compares. Add up first, round what is shown last.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check pandas==2.3.3 numpy==2.2.6
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-deps mixlift==0.5.3

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import io
from importlib.metadata import version

import pandas
from mixlift.ingest.service import parse_csv

REPORT = """Day,Campaign,Cost,Impr.,Clicks,Conversions
2026-05-01,Spring webinar,"1,200.00","3,000",30,0.50
2026-05-02,Spring webinar,"1,200.00","3,000",30,0.67
2026-05-03,Spring webinar,"1,200.00","3,000",30,1.83
2026-05-01,Trade fair,800.00,900,9,0.25
2026-05-04,Trade fair,-50.00,900,9,0.25
"""
print("mixlift", version("mixlift"), "pandas", version("pandas"))
rows, platform = parse_csv(pandas.read_csv(io.StringIO(REPORT)))
print("read as", platform)
print("conversions", *rows["conversions"], "sum", rows["conversions"].sum(), "of 3.50")
print("spend", *rows["spend"], "sum", rows["spend"].sum(), "of 4350.00")
PY

cat > "$work/recorded" <<'TXT'
mixlift 0.5.3 pandas 2.3.3
read as google
conversions 0 0 1 0 0 sum 1 of 3.50
spend 1200.0 1200.0 1200.0 800.0 50.0 sum 4450.0 of 4350.00
TXT
diff "$work/recorded" "$work/seen" || { echo "has changed: how mixlift reads Google Ads" >&2; exit 1; }
