#!/usr/bin/env bash
# Budgets formatted as money come out of an ODS file as words, and go back into it as words.
#
# Software: pyexcel-ods3 0.6.1 with pyexcel-io 0.6.8 (Python), on a file written by odfpy 1.4.1.
# Source:   OpenDocument 1.3 part 3, 19.387 (office:value-type): a cell of type currency has its amount as a number in
#           office:value, its currency in an attribute beside it. The README of pyexcel-ods3: reads and
#           writes data in the ods format; its list of changes says that currency is recognized.
# Expected: 12000.5 for a cell of 12,000.50 EUR, as for the same amount without a currency; read and saved, a number.
# Seen:     the text '12000.5 EUR' for one and the number 12000.5 for the other, in one column. Saved again, the
#           cell is a string, and SUM over a range passes over strings: the plan is 12,000.50 smaller and nothing says so.
# Why:      in LibreOffice one click on "Format as Currency" makes such cells, and a budget has some of both kinds. Whoever
#           reads workbooks takes the amount from the value and the currency from its own place, and never by the look.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pyexcel-ods3==0.6.1 pyexcel-io==0.6.8 odfpy==1.4.1

venv/bin/python - <<'PY' | tee seen
import zipfile
from importlib.metadata import version
from xml.etree import ElementTree

import pyexcel_ods3
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

book = OpenDocumentSpreadsheet()
sheet = Table(name="Budget")
for channel, cell in (
    ("Trade fair", TableCell(valuetype="currency", currency="EUR", value="12000.5")),
    ("Search", TableCell(valuetype="float", value="12000.5")),
):
    row = TableRow()
    name = TableCell(valuetype="string")
    name.addElement(P(text=channel))
    cell.addElement(P(text="12,000.50"))
    row.addElement(name)
    row.addElement(cell)
    sheet.addElement(row)
book.spreadsheet.addElement(sheet)
book.save("budget.ods")

print(*(f"{name} {version(name)}" for name in ("pyexcel-ods3", "pyexcel-io", "odfpy")))
data = pyexcel_ods3.get_data("budget.ods")
for channel, amount in data["Budget"]:
    print(channel, repr(amount))

pyexcel_ods3.save_data("again.ods", data)
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
content = ElementTree.fromstring(zipfile.ZipFile("again.ods").read("content.xml"))
kinds = [c.get(OFFICE + "value-type") for c in content.iter("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-cell")]
print("saved again as:", *kinds[1::2])
PY

cat > recorded <<'TXT'
pyexcel-ods3 0.6.1 pyexcel-io 0.6.8 odfpy 1.4.1
Trade fair '12000.5 EUR'
Search 12000.5
saved again as: string float
TXT
diff recorded seen || { echo "has changed: how pyexcel-ods3 reads amounts of money" >&2; exit 1; }
