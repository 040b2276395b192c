#!/usr/bin/env bash
# 1,234.50 USD becomes us18: a unit in the number format is read as a date, and the amount is gone.
#
# Software: xlsx2csv 0.8.6 (Python), on a workbook written by openpyxl 3.1.5.
# Source:   ECMA-376 part 1, 18.8.31 (numFmts): text in double quotes within a number format is shown as it is and is no
#           placeholder. The README of xlsx2csv (github.com/dilshod/xlsx2csv): converts xlsx files to csv; formats of
#           floats and dates may be overridden or ignored.
# Expected: 1234.5, or the text that a spreadsheet shows, 1,234.50USD; for days 3 or "3 days".
# Seen:     #,##0.00"us18", 0" 02ays" and 0" lea06s": a d, m, y, h or s between the quotes makes the number a date after
#           1899, whose day or second replaces the letter. 元 between quotes has no such letter and comes out right.
#           Chinese dates keep the quotes: 2026"年"05"月"17"日". Exit status 0, nothing on stderr.
# Why:      budgets carry their unit in the cell format, as it then cannot spoil the sum. The csv no longer
#           holds the amount anywhere. Ripple Planner reads the stored value and asks for a date by its type.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5

venv/bin/python - <<'PY'
import datetime

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
for channel, value, shown in (
    ("Webinar", 1234.5, '#,##0.00"USD"'),
    ("Trade fair", 20000, '#,##0.00"USD"'),
    ("Lead time", 3, '0" days"'),
    ("Registrations", 7, '0" leads"'),
    ("展会", 1234.5, '#,##0.00"元"'),
    ("开幕", datetime.date(2026, 5, 17), 'yyyy"年"m"月"d"日"'),
):
    sheet.append([channel, value])
    sheet.cell(sheet.max_row, 2).number_format = shown
book.save("budget.xlsx")
PY
{
  venv/bin/xlsx2csv --version 2>&1
  venv/bin/xlsx2csv budget.xlsx 2>&1
} | tee seen

cat > recorded <<'TXT'
0.8.6
Webinar,"#,##0.00""us18"""
Trade fair,"#,##0.00""us03"""
Lead time,"0"" 02ays"""
Registrations,"0"" lea06s"""
展会,1234.5
开幕,"2026""年""05""月""17""日"""
TXT
diff recorded seen || { echo "has changed: how xlsx2csv reads units in number formats" >&2; exit 1; }
