# Words of importing what happened.

import-title = Import: { $name }
import-dry-run = This is what would come in. Nothing has been written.
import-written = The plan has it now.
import-nothing-new = The plan has all of this already; nothing has been written.
import-in-the-way = Nothing has been written: see below what stands in the way.
import-conflicts = The same days twice
import-conflict = { $campaign }: both { $one } and { $other } tell of { $from } to { $to }; leave one of the files out
import-months = By month and channel
import-campaigns = Campaigns
import-month = Month
import-channel = Channel
import-campaign = Campaign
import-source = Reported by
import-known-by = Known by
import-money = Money ({ $unit })
import-registrations = Registrations
import-clicks = Clicks
import-impressions = Impressions
import-replaces = Replaces
import-new = new
import-sum = Sum
import-left-out = no part of the plan
import-undecided = not decided
import-how-said = said now
import-how-earlier = an earlier import
import-how-name = its name
import-how-unknown = —
import-over-then =
    { $n ->
        [one] { $month } is then over
       *[other] { $month } and the months before it are then over
    }
import-unknown =
    { $n ->
        [one] One campaign counts for no channel yet. Say which with --map "CAMPAIGN=CHANNEL-ID", or with --map "CAMPAIGN=" that it is no part of the plan.
       *[other] { $shown } campaigns count for no channel yet. Say which with --map "CAMPAIGN=CHANNEL-ID", or with --map "CAMPAIGN=" that one is no part of the plan.
    }
import-table =
    { $n ->
        [one] One row below the headings on line { $line }, { $from } to { $to } ({ $encoding })
       *[other] { $rows } rows below the headings on line { $line }, { $from } to { $to } ({ $encoding })
    }
import-total-agrees = The rows add up to the file's own total of { $total } (line { $line })
import-total-differs = The file's own total is { $total } (line { $line }), but the rows add up to { $sum }
import-no-total = The rows add up to { $sum }; the file has no total of its own
import-no-money-column = The file tells of no money
import-unrated = Some of the money is in { $currency }, the plan's is in { $own }; say what one { $currency } is worth with --rate { $currency }=NUMBER
import-more-lines = { $lines } and { $more } more
import-why-total = { $n ->
        [one] One total row, line
       *[other] { $shown } total rows, lines
    } { $lines }
import-why-preamble = Above the table: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-why-footnote = Below the table: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-why-empty = Empty, or without any number: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-why-repeated = Headings again: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-why-other-table = Another table: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-why-other-currency = Money in another currency: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-why-no-date = No date that can be read: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-why-no-campaign = No campaign, and no total of the others: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-why-unreadable = No row of the table: { $n ->
        [one] line
       *[other] lines
    } { $lines }
import-empty-file = the file is empty; export the report again
import-binary = this is no text and no workbook; export the report as CSV or XLSX
import-no-text = this is no text that can be read ({ $encoding } was tried last); export the report as CSV in UTF-8, or as XLSX
import-no-table = no table is found in it; expected a row of headings such as Date, Campaign, Cost
import-no-money = no column tells of money or results among { $headings }; expected a heading such as Cost, Spend or Conversions
import-too-wide = line { $line }: a row of { $columns } cells is no table of a report; at most 16384 are read
import-long-row = line { $line }: this row does not end; probably a quotation mark is opened and never closed
import-no-number = line { $line }, column { $column }: "{ $text }" is no number; expected one such as 1234.56, or nothing
import-out-of-bounds = line { $line }, column { $column }: "{ $text }" is too large or too fine; expected at most 12 digits behind the point
import-both-marks = column { $column }: some numbers have a point before their fraction and some a comma; write all of them in one way
import-open-dates = "{ $text }" may begin with the day or with the month; say --dates dmy or --dates mdy
import-both-orders = "{ $one }" begins with the day and "{ $other }" with the month; write all dates in one way
import-no-date = "{ $text }" is no date of the calendar; correct it in the file
import-no-days = neither a column nor the lines above the table say which days it is about; say --period 2026-05 or --period 2026-05-01..2026-05-15
import-no-year = its months, such as "{ $text }", have no year, or are in no or in several months of the period; say --period 2026 or --period 2025-11..2026-02
import-nothing-counted = the table has no row that counts; export the report again with its rows
import-locked = the workbook is locked with a password; save it without one
import-damaged = the workbook cannot be read ({ $why }); open it and save it again as XLSX
import-broken = the workbook cannot be read; open it and save it again as XLSX
import-too-large-unpacked = the workbook unpacks to more than 1 GiB; export the report as CSV
import-other-currency = its money is in { $found }, the plan's is in { $own }; say what one { $found } is worth: --rate { $found }=NUMBER
import-sum-too-large = { $campaign }: its sum is too large; check its amounts for zeros too many
import-no-campaign = --map: no file tells of a campaign "{ $campaign }"; write its name as the report has it
import-bad-map = --map: "{ $text }" is no mapping; write --map "CAMPAIGN=CHANNEL-ID"
import-no-channel = --map: the plan has no channel "{ $channel }"; choose one of: { $ids }
import-bad-rate = --rate: "{ $text }" is no rate; write what one unit is worth, such as --rate USD=7.10
import-bad-period = --period: "{ $text }" is no period; write a month such as 2026-05, a year such as 2026, or days such as 2026-05-01..2026-05-15

# The dialog of the window.
import-window-title = Import what happened
import-window-empty = Reports of advertising platforms and tables out of spreadsheets: CSV, XLSX, XLS, ODS and HTML, in any usual layout. Nothing is in the plan before you take it in.
import-window-empty-how = Choose files, drop them onto the window, or paste a block of cells (Ctrl+V)
import-window-no-channels = This plan has no channel yet: choose a new channel for a campaign here, or name channels on the Allocation tab first. Without one a campaign comes in and counts for nothing.
import-window-no-plan = This is no plan. To import it as a report, first open the plan that it belongs to, or begin a new one; then drop it again
import-window-files = Choose files…
import-window-files-title = Reports of what happened
import-window-more-files = More files…
import-window-paste = Paste
import-window-pasted = Pasted cells
import-window-take-in = Take in
import-window-reading = Reading…
import-window-leave-out = Leave out { $file }
import-window-is-plan = this is a plan, not a report; open it with "Open…"
import-window-broke-down = it was not read: this program has made a mistake; keep the file, and report it
import-window-no-currency = It names no currency: its money is taken as { $own }
import-window-needs-rate = Without a rate for { $currency } nothing of it comes in
import-window-order = "{ $example }" can be read in two ways. Which is it?
import-window-order-name = Order of dates
import-window-period = It does not say which days it is about. Which are they?
import-window-year = Its months, such as "{ $month }", have no year. Which are they?
import-window-year-hint = 2026 or 2025-11..2026-02
import-window-period-name = Days of the report
import-window-period-hint = 2026-05 or 2026-05-01..2026-05-15
import-window-bad-period = this is no period; write a month such as 2026-05, a year such as 2026, or days such as 2026-05-01..2026-05-15
import-window-one = 1 { $currency } =
import-window-rate = What one { $currency } is worth in { $own }
import-window-bad-rate = this is no rate; write what one { $currency } is worth, such as 7.10
import-window-becomes = { $before } { $currency } become { $after } { $own }
import-window-shows = Shows
import-window-campaigns = { $n ->
    [one] One campaign
   *[other] { $shown } campaigns
}
import-window-left-out = { $n ->
    [0] No line left out
    [one] One line left out
   *[other] { $shown } lines left out
}
import-window-all-count = Every line counts
import-window-why = Why, and which lines
import-window-file = File
import-window-before = before
import-window-after = after
import-window-no-part = No part of this plan
import-window-undecided = Not decided
import-window-typed = typed figures stay
import-window-typed-hint = Figures of this month were typed. They go before what reports say, until they are taken out of the grid
import-window-find = Find a campaign
import-window-find-channel = Find a channel
import-window-none-found = None is called so
import-window-all-decided = All of them are decided
import-window-only-open = Only to decide ({ $shown })
import-window-all-shown = Choose for all { $shown }…
import-window-confirm-all = { $n ->
    [one] Confirm the suggestion
   *[other] Confirm { $shown } suggestions
}
import-window-confirm = Confirm: { $campaign }
import-window-counts-for = { $campaign } counts for
import-window-suggested = suggested
import-window-later = Decide later
import-window-new-channel = New channel: { $name }
import-window-new-channels = A new channel for each
import-window-more-conflicts = { $n ->
    [one] One more campaign has the same days twice
   *[other] { $shown } more campaigns have the same days twice
}
import-window-in-the-way = The same days come twice: leave one of the files out
import-window-nothing = There is nothing to take in
import-window-nothing-yet = What comes in will stand here, by campaign and by month, once a report can be read
import-window-no-change = The plan has all of this already: it changes nothing
import-window-comes-in = { $n ->
    [one] One campaign with { $money }, { $from } to { $to }
   *[other] { $shown } campaigns with { $money }, { $from } to { $to }
}
import-window-by-suggestion = { $n ->
    [one] one goes where it is suggested
   *[other] { $shown } go where it is suggested
}
import-window-not-decided = { $n ->
    [one] one is not decided and counts for no channel
   *[other] { $shown } are not decided and count for no channel
}
import-window-semicolon = ;{" "}
import-window-came-in = Taken in: { $what }
import-window-step = Import { $file }
import-window-step-files = { $n ->
    [one] Import a report
   *[other] Import { $shown } reports
}
