#!/usr/bin/env bash
# Next year's New Year's Day and National Day are "workdays".
#
# Software: chinese-days 1.5.7 and chinese-workday 1.16.1 (npm), beside chinesecalendar 1.11.0 (Python).
# Source:   both READMEs give the years they know (2004 to 2026, 2011 to 2026) and promise workdays and holidays; neither says
#           what is answered beyond. The dates of 1 January and 1 to 3 October are law in every year
#           (全国年节及纪念日放假办法); only days in lieu and working weekends come by notice each autumn.
# Expected: an error or an "unknown" for 2027, or at least the holidays that are law.
# Seen:     both answer 2027-01-01, the three days of Spring Festival and 2027-10-01 as any weekday: a workday, no
#           holiday, no warning. A week of National Day has five workdays. chinesecalendar raises NotImplementedError.
# Why:      plans for next year are made in autumn, before or soon after the notice. Whoever
#           counts workdays by such a library then plans campaigns into Golden Week. A calendar must say where its
#           knowledge ends.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chinese-workday@1.16.1 chinese-days@1.5.7
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check chinesecalendar==1.11.0

cat > ask.mjs <<'JS'
import { isWorkday, isHoliday } from 'chinese-workday'
import days from 'chinese-days'

for (const day of ['2027-01-01', '2027-02-08', '2027-10-01'])
  console.log(day, 'chinese-workday', isWorkday(day), isHoliday(day), 'chinese-days', days.isWorkday(day), days.isHoliday(day))
console.log('workdays 1 to 7 October 2027:', days.getWorkdaysInRange('2027-10-01', '2027-10-07').length)
JS
{
  node ask.mjs
  venv/bin/python - <<'PY'
import datetime

import chinese_calendar

try:
    print("chinesecalendar", chinese_calendar.is_workday(datetime.date(2027, 1, 1)))
except NotImplementedError as error:
    print("chinesecalendar", error)
PY
} | tee seen

cat > recorded <<'TXT'
2027-01-01 chinese-workday true false chinese-days true false
2027-02-08 chinese-workday true false chinese-days true false
2027-10-01 chinese-workday true false chinese-days true false
workdays 1 to 7 October 2027: 5
chinesecalendar no available data for year 2027, only year between [2004, 2026] supported
TXT
diff recorded seen || { echo "has changed: what is answered about a year without a notice" >&2; exit 1; }
