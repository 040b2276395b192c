#!/usr/bin/env bash
# A planner's reader of advertising reports: spend doubled, replaced by cost per conversion, or a thousandth of itself.
#
# Software: claro-engine 0.2.1.post1 (Python).
# Source:   its README, part "Platform Catalogue + CSV Import": drop the platform's standard export into the form;
#           totals rows are filtered, Meta's summary rows among them; semicolons are recognised.
# Expected: the spend of the campaigns, 3,000.00, in all four reports.
# Seen:     Meta with its summary row first (no campaign name): 6,000.00; only a row that begins with the word "total" is
#           taken for one. So a campaign named "Total cost guide" is left out: 2,000.00. Google Ads with "Cost / conv."
#           before "Cost": 150.00, the sum of the costs per conversion, as the first heading that holds the word is
#           taken. Google Ads in German, 1.000,00: 3.00, as every comma is dropped. No error or warning in any.
# Why:      these are the plain exports of two large platforms, and the amounts that come out look possible. A total is
#           known by its sum and its empty names, a heading by all of it, a decimal mark by the whole column; docs/import.md
#           says how Ripple Planner reads them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-deps claro-engine==0.2.1.post1

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from importlib.metadata import version

from claro_engine.core.csv_import import parse_platform_csv

META = """Reporting starts,Reporting ends,Campaign name,Amount spent (GBP),Impressions,Link clicks,Leads
2026-05-01,2026-05-31,,3000.00,90000,900,45
2026-05-01,2026-05-31,Spring webinar,1000.00,30000,300,15
2026-05-01,2026-05-31,Trade fair,2000.00,60000,600,30
"""
META_NAMED_TOTAL = """Campaign name,Reporting starts,Reporting ends,Amount spent (GBP),Impressions,Link clicks,Leads
Total cost guide,2026-05-01,2026-05-31,1000.00,30000,300,15
Trade fair,2026-05-01,2026-05-31,2000.00,60000,600,30
"""
GOOGLE = """Campaign,Cost / conv.,Cost,Impr.,Clicks,Conversions
Spring webinar,50.00,"1,000.00","30,000",300,20.00
Trade fair,100.00,"2,000.00","60,000",600,20.00
"""
GOOGLE_GERMAN_NUMBERS = """Campaign;Cost;Impr.;Clicks;Conversions
Spring webinar;1.000,00;30.000;300;20,00
Trade fair;2.000,00;60.000;600;20,00
"""

print("claro-engine", version("claro-engine"))
for title, text, platform in (
    ("Meta, summary row first", META, "fb"),
    ("Meta, a campaign named Total", META_NAMED_TOTAL, "fb"),
    ("Google Ads", GOOGLE, "go_search"),
    ("Google Ads, German numbers", GOOGLE_GERMAN_NUMBERS, "go_search"),
):
    report = parse_platform_csv(text.encode(), platform)
    print(f"{title}: spend {report['budget']:.2f} from {report['row_count']} rows, error: {report.get('error')}")
PY

cat > "$work/recorded" <<'TXT'
claro-engine 0.2.1.post1
Meta, summary row first: spend 6000.00 from 3 rows, error: None
Meta, a campaign named Total: spend 2000.00 from 1 rows, error: None
Google Ads: spend 150.00 from 2 rows, error: None
Google Ads, German numbers: spend 3.00 from 2 rows, error: None
TXT
diff "$work/recorded" "$work/seen" || { echo "has changed: how claro-engine reads reports" >&2; exit 1; }
