#!/usr/bin/env bash
# The built-in working weekends: one is a Friday, and no other year has any.
#
# Software: cnholidays 0.1.0 (Python) with holidays 0.109, beside chinesecalendar 1.11.0.
# Source:   its README: is_workday covers ordinary and adjusted workdays, the schedule of 2025 is built in, other years may
#           be added by hand. The notice of the State Council for 2025: 26 January and 8 February are worked for Spring
#           Festival.
# Expected: 2025-02-08 (Saturday) is a workday; a year without a schedule raises, warns, or takes the
#           one that its own dependency has: holidays knows the working weekends of each year.
# Seen:     2025-02-08 is no workday. The built-in schedule has 2025-02-28 in its place, a Friday anyway. In 2026 none of the
#           six working weekends is known while the days off given for them are: six workdays of the year vanish.
# Why:      a day off and its working weekend are one exchange. Who takes the holidays from one source and the
#           working weekends from a list of his own counts every exchanged day as lost.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check cnholidays==0.1.0 holidays==0.109 chinesecalendar==1.11.0

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import datetime
from importlib.metadata import version

import chinese_calendar
import cnholidays
import holidays

print(*(f"{name} {version(name)}" for name in ("cnholidays", "holidays", "chinesecalendar")))
china = holidays.country_holidays("CN")
for year in (2025, 2026):
    first = datetime.date(year, 1, 1)
    days = [first + datetime.timedelta(i) for i in range(365)]
    wrong = [d for d in days if cnholidays.is_workday(d) != chinese_calendar.is_workday(d)]
    assert all(china.is_working_day(d) == chinese_calendar.is_workday(d) for d in days)
    print(year, "workdays", sum(map(cnholidays.is_workday, days)), "of", sum(map(chinese_calendar.is_workday, days)),
          "missing:", *(d.strftime("%a %m-%d") for d in wrong))
print("built in for 2025:", *(d.strftime("%a %m-%d") for d in cnholidays.ChineseCalendar().get_workday_adjustments(2025)))
PY

cat > "$work/recorded" <<'TXT'
cnholidays 0.1.0 holidays 0.109 chinesecalendar 1.11.0
2025 workdays 247 of 248 missing: Sat 02-08
2026 workdays 242 of 248 missing: Sun 01-04 Sat 02-14 Sat 02-28 Sat 05-09 Sun 09-20 Sat 10-10
built in for 2025: Sun 01-26 Fri 02-28 Sun 04-27 Sun 09-28 Sat 10-11
TXT
diff "$work/recorded" "$work/seen" || { echo "has changed: the working weekends of cnholidays" >&2; exit 1; }
