# Words of the Allocation tab: money by month.

months-page = Months
months-suggest = Suggest best months…
months-timing = Season and cash…
months-spread = Spread
months-unit = { $size ->
    [thousand] thousand { $unit }
    [million] million { $unit }
    [billion] billion { $unit }
   *[one] { $unit }
  }
months-unit-hint = A field shows and takes the exact amount once it has the focus
months-question = When is the money spent?
months-question-says = Channels come first: each of them may then spend in months of its own.
months-first-channel = To the channels

# The grid

months-over-the-period = Over the period
months-all = All months
months-cash = Cash at most
months-cash-cell = Cash at most, { $month }
months-no-cash = no limit
months-own-share = { $event }, own share
months-cell = { $channel }, { $month }
months-sum = { $channel }, all months
months-wins = wins { $registrations } registrations
months-over-cash = { $month } spends { $over } more than its cash
months-shown = { $from } to { $to } of { $all } months
months-mark-locked = locked
months-mark-off = { $n ->
    [one] off in 1
   *[other] off in { $n }
  }
months-mark-pulses = pulses
months-lock = Lock this month
months-unlock = Unlock this month
months-off = Cannot run in this month
months-on = Can run in this month
months-runs = It can run in this month
months-held-channel = The channel is locked: unlock it on the Channels page first
months-held-month = This month is locked: unlock it first (Ctrl+L)
months-held-off = The channel cannot run in this month
months-too-large = With this the channel gets more than can be calculated with
months-sum-locked = Locked months keep { $amount }: unlock one of them first

# Spreading

months-spread-one = Selected channel
months-spread-all = All channels
months-spread-all-says = every channel that is not locked
months-spread-evenly = Evenly
months-spread-season = By season
months-spread-season-first = By season…
months-spread-no-season = state one first
months-spread-forget = Evenly, all months unlocked
months-spread-like = In the proportion of

# Steps, as they stand behind "Undo"

months-step-type = Change { $item }
months-step-sum = Change budget of { $item }
months-step-lock = Lock { $item }
months-step-unlock = Unlock { $item }
months-step-off = Close { $item }
months-step-on = Open { $item }
months-step-cash = Change cash of { $month }
months-step-cash-all = Change cash of all months
months-step-spread = Spread months of { $item }
months-step-spread-all = Spread months of all channels
months-step-season = Change season of { $item }
months-step-carry-over = Change carry-over of { $item }
months-step-before = Change spend before the period of { $item }
months-step-paste = { $n ->
    [one] Paste 1 figure
   *[other] Paste { $n } figures
  }

# A pasted block

months-paste-one-row = Nothing was taken: the cash of the months is one row, the block has several
months-paste-sums = Nothing was taken: sums are typed one by one. Blocks go into the months alone
months-paste-held = Nothing was taken. { $cell }: { $why }
months-paste-too-large = Nothing was taken: { $item } would get more than can be calculated with

# The plot

months-plot = Even months against these
months-plot-even = Registrations month by month
months-plot-says = registrations a month
months-these = these months
months-evenly = even months
months-plot-tip = { $month }: { $these } registrations, spent evenly { $even }
months-plot-tip-even = { $month }: { $these } registrations
months-gain-even = Every channel spends evenly: { $sum } registrations in all. Type into a month to spend more in it.
months-gain-none = As many registrations as the same money spent evenly: { $sum } in all.
months-gain-more = { $n } registrations more than the same money spent evenly, { $sum } in all.
months-gain-less = { $n } registrations fewer than the same money spent evenly, { $sum } in all.

# Season and cash

months-timing-title = Season and cash
months-timing-shows = Shows
months-season = Season
months-effect = Lasting effect
months-off-months = Cannot run
months-season-says = How much each month counts, of any sum: 2 wins twice as much as 1. A channel without weights of its own has those of its task.
months-season-cell = Season of { $item }, { $month }
months-season-clear = Take the season of { $item } away
months-effect-says = Carry-over is what part of an effect is left a month later. What was spent before the period then still works in it.
months-carry-over-head = Carry-over, %
months-half-life-head = Half is left after
months-carry-over = Carry-over of { $item }
months-carry-over-most = At most { $most } % can be left a month later
months-at-once = works at once
months-half-life = { $months } months
months-before-head = { $month }
    { $unit }
months-before = Spent by { $item }, { $month }
months-off-says = A cross: the channel cannot run in that month. Its money goes to its other months.
months-off-cell = Cannot run: { $cell }
months-cash-says = The most that all channels and own shares of events may cost in a month.
months-cash-all = Every month at most
months-cash-differ = differs
