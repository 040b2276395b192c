#!/usr/bin/env bash
# German conversions and costs are described as places on the globe.
#
# Software: frictionless 5.21.0 (Python).
# Source:   its documentation (framework.frictionlessdata.io, "Describing Data"): describe infers the type of each column
#           of the data. Table Schema (specs.frictionlessdata.io/table-schema): a geopoint is "lon, lat" in degrees.
# Expected: strings for 2,50, as for 1.234,56; the decimal mark is then to be given (decimalChar). At best numbers.
# Seen:     costs and conversions are geopoints: 2,50 lies at 2 degrees east and 50 north, 1.234,56 at 1.234 and 56. The
#           file is valid, and its rows hold such pairs. Cents above 90 are no latitude: with 120,95 in it the same
#           column is a string, so the type of a report hangs on the cents of a month.
# Why:      advertising accounts in German, French and Spanish write amounts so, with semicolons between. A schema described
#           from the first month refuses a later one. The decimal mark is to be decided by the whole column, and what a
#           column is by its heading before the look of its cells.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check frictionless==5.21.0

cat > may.csv <<'CSV'
Tag;Kampagne;Kosten;Conversions
2026-05-01;Messe;89,50;1,00
2026-05-02;Messe;1.234,56;2,50
2026-05-03;Webinar;120,25;0,00
CSV
sed 's/120,25/120,95/' may.csv > june.csv
venv/bin/python - <<'PY' | tee seen
import frictionless

print("frictionless", frictionless.__version__)
for path in ("may.csv", "june.csv"):
    with frictionless.Resource(path=path) as report:
        rows = report.read_rows()
        print(path, *(f"{field.name}: {field.type}" for field in report.schema.fields))
        print("second row:", rows[1]["Kosten"], rows[1]["Conversions"])
    print("valid:", frictionless.validate(path).valid)
PY

cat > recorded <<'TXT'
frictionless 5.21.0
may.csv Tag: date Kampagne: string Kosten: geopoint Conversions: geopoint
second row: [1.234, 56.0] [2.0, 50.0]
valid: True
june.csv Tag: date Kampagne: string Kosten: string Conversions: geopoint
second row: 1.234,56 [2.0, 50.0]
valid: True
TXT
diff recorded seen || { echo "has changed: what frictionless takes German amounts for" >&2; exit 1; }
