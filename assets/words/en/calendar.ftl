# The calendar of the market.

calendar-of-currency = By the currency (CNY: China)
calendar-none = None
calendar-china = Chinese mainland
calendar-choose = { $field }: choose from the calendar
calendar-month-before = The month before
calendar-month-after = The month after
calendar-weekdays = Mo Tu We Th Fr Sa Su
calendar-today = Today
calendar-no-day = No day
calendar-mark-rest = off
calendar-mark-work = on
calendar-day-of = { $day }, { $occasion }
calendar-day-worked = { $day }, worked in exchange for a holiday
calendar-workdays = { $days ->
    [one] 1 workday
   *[other] { $days } workdays
}
calendar-by-law = Days in lieu are not announced yet
calendar-not-known = Holidays of this year are not known
calendar-worked = { $days } worked in exchange
calendar-and = {" "}and{" "}
calendar-marks = holidays and sales
calendar-file-title = Choose a calendar
calendar-step = the market's calendar: { $name }
calendar-from-file = From a file…
calendar-without = Holidays and sales seasons are not looked at
calendar-comma = ,{" "}
calendar-knows = Announced years: { $years }
calendar-knows-law = Only the days that are law: { $years }
calendar-source = Source: { $source }
