#!/usr/bin/env bash
# On the last day at work before Spring Festival or National Day there is no next workday.
#
# Software: chinese-workday 1.16.1 (npm), beside chinese-days 1.5.7 (npm).
# Source:   its README: nextWorkday returns the next workday; complete data for 2011 to 2026.
# Expected: after Saturday 2026-02-14, a working weekend, the next workday is 2026-02-24 (notice of the State Council for
#           2026: off from 15 to 23 February); so chinese-days says. After 2026-09-30 it is 2026-10-08.
# Seen:     null for both, and before the long holidays of 2024 and 2025: it looks seven days ahead, while these
#           holidays last seven to nine. previousWorkday looks back fourteen and finds the way back.
# Why:      the handover before the two longest breaks of the year is where a plan asks this question at all. A null becomes
#           "no date" or 1970 further on. Whoever searches day by day needs a bound beyond the longest holiday.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chinese-workday@1.16.1 chinese-days@1.5.7

cat > ask.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { nextWorkday, previousWorkday } from 'chinese-workday'
import days from 'chinese-days'

for (const name of ['chinese-workday', 'chinese-days'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)
for (const day of ['2024-09-30', '2025-01-27', '2026-02-14', '2026-09-30'])
  console.log(day, 'next:', nextWorkday(day), 'by chinese-days:', days.findWorkday(1, day))
console.log('2026-02-24 previous:', previousWorkday('2026-02-24'))
JS
node ask.mjs | tee seen

cat > recorded <<'TXT'
chinese-workday 1.16.1
chinese-days 1.5.7
2024-09-30 next: null by chinese-days: 2024-10-08
2025-01-27 next: null by chinese-days: 2025-02-05
2026-02-14 next: null by chinese-days: 2026-02-24
2026-09-30 next: null by chinese-days: 2026-10-08
2026-02-24 previous: 2026-02-14
TXT
diff recorded seen || { echo "has changed: the next workday of chinese-workday" >&2; exit 1; }
