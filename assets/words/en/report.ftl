# Words of the report in its text forms.

report-with-unit = { $name }, { $unit }
report-amounts-in = Amounts in { $unit }
report-headline-customers = The plan reaches { $percent } of the customer goal: { $expected } of { $target } mobile-social customers.
report-headline-revenue = The plan reaches { $percent } of the revenue goal: { $expected } of { $target }.
report-headline-share = The plan reaches { $percent } of the goal for the contribution share: { $expected } of total revenue instead of { $target }.
report-not-compared = How much of the goal is reached cannot be said yet; the findings say what to mend.
report-no-goal = No goal is set yet, so nothing can be said about reaching it.
report-leads-a = Class A leads
report-leads-b = Class B leads
report-average-cost = Average cost
report-per-registration = per registration
report-per-registration-with-events = per registration, events included
report-no-budget = allocated; no budget
report-all-allocated = all of it allocated
report-none-allocated = nothing allocated yet
report-too-large = too large to calculate with
report-over-budget = { $amount } more is allocated
report-left = { $amount } not allocated yet
report-what-is-left = To the end of { $month } { $spent } count as spent and stay so; the rest is split over { $n ->
    [one] the last month
   *[other] the { $left } months left
  }
report-proposal-goal = With it the plan reaches { $then } of its goal instead of { $now }
report-proposal-goal-likely = With it the plan reaches { $then } of its goal instead of { $now }, { $chance } likely instead of { $before }
report-happened-counts = Months to the end of { $month } count by what happened, as far as it is known; all others by the plan.
report-allocation = { $money } bring { $registrations } registrations.
report-allocation-happened = { $money } bring { $registrations } registrations by the plan, { $expected } with what happened so far.
report-allocation-happened-better = { $money } bring { $registrations } registrations by the plan, { $expected } with what happened so far; if what is left is split better, { $better }.
report-allocation-too-large = What is allocated is too large to calculate with; it brings { $registrations } registrations.
report-allocation-better = { $money } bring { $registrations } registrations; split better, the same money brings { $better }.
report-better-heading = Better split
report-better-title = Proposal: same money, { $more }
report-better-total = Total, { $rest } of it unchanged
report-better-none = Proven: no other split of the same { $spend } brings noticeably more.
report-better-none-found = No other split of the same { $spend } was found that brings noticeably more; the search was ended early.
report-better-buys-nothing = No split of { $spend } buys anything yet: the curves, rates or values of the channels are missing.
report-sentence = { $words }.
report-channels = Channels by task
report-channel = Channel
report-media = Media
report-share = Share
report-next = Next { $amount } { $unit } buys
report-remark = Remark
report-own-share = { $name }, own share
report-own-gain = { $name }, own gain
report-event-brings = { $contacts } contacts, { $leads } leads
report-goal-heading = Goal
report-measure = Measure
report-baseline = Baseline
report-expected = Expected
report-goal = Goal
report-reached = Reached
report-value = Value per customer
report-total-revenue = Total revenue
report-event = Shared event: { $name }
report-not-shared = The cost is not shared yet; see the findings.
report-party = Party
report-party-share = Share
report-paid = Paid so far
report-received = Received so far
report-event-total = { $sums }: total { $amount }.
report-event-too-large = What it costs or brings in is too large to calculate with; nobody's share is known.
report-event-gain = { $sums }: a gain of { $amount }.
report-balance = Gets (+) or owes (−)
report-alone = Cost alone
report-saving = Saves
report-transfer-from = From
report-transfer-to = To
report-transfer-amount = Amount
report-transfer-why = Why
report-ripple = Ripple: { $name }
report-dated = { $name }, { $date }
report-step = Step
report-cost = Cost
report-people = People reached
report-roi = ROI
report-pyramid-heading = Pyramid
report-pyramid-level = Pyramid level
report-pyramid-of = of { $count }
report-pyramid-open = { $answered } of { $count } criteria are answered; a level holds only once all of its own are, and the mean leaves out what is open.
report-pyramid = Level { $level } of 5 is reached; the mean over all levels is { $mean }. A level holds from { $threshold }.
report-blocker = What blocks the next level: { $name }
report-next-step = The cheapest next step: { $name }, for { $cost }
report-level = Level
report-score = Score
report-holds = Holds
report-yes = yes
report-no = no
report-team-heading = Team
report-accountable = { $name } is accountable for the goal.
report-function = Function
report-kpi = KPI
report-serves = Serves the goal
report-nobody = nobody
report-topics-heading = Topics
report-topic = Topic
report-peak-day = Best day
report-peak = Views a day
report-carries = Meant for
report-attention = Attention that day
report-findings-heading = Findings
report-no-findings = Nothing needs mending.
report-finding = { $severity }: { $message }. { $remedy }.
report-assumptions-heading = Assumptions
report-likely-values = All figures are calculated with the likely value of every estimate.
report-comma = {", "}
report-space = {" "}
report-findings-counts = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
  }, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
  }, { $advice } advice.
report-proposal-title = Best allocation: { $name }
report-months-title = Best allocation by month: { $name }
report-months-evenly = spread evenly { $value }
report-months-wins = Money by month brings { $more } than the best even spread
report-months-as-even = No channel is better spent on in some months alone: evenly spread, the money brings as much
report-months-pulse = { $name } is spent on in { $n } of { $months } months
report-months-pulse-wins = { $name } in { $n } of { $months } months wins { $more } more registrations than spread evenly
report-months-pulse-list = { $words }: { $list }
report-months-table = Money by month
report-months-before = Before
report-money-by-month = Money goes to months: { $own } of { $all } channels spend more in some months than in others, or their money works on in later ones. That wins { $won } registrations; spread evenly, the same money would win { $even }.
report-money-evenly = Every channel spends evenly over the months. That wins { $won } registrations.
report-month-over-cash = in { $month } by { $amount }
report-months-over-cash = More is spent than there is cash: { $list }.
report-months-later = Of the money of { $name }, { $amount } work only after the last month and win nothing here.
report-months-cash = Cash at most
report-months-whole = Whole period
report-months-drawn = Registrations of each month: bars as planned, lines with the same money spread evenly
report-months-planned = Registrations
report-months-if-even = Registrations, spread evenly
report-thousand = Thousand { $unit }
report-alt-by-month = Registrations of each month, and with the same money spread evenly. { $month } has most: { $most }.
report-proposal-now = now { $value }
report-proposal-spend = Spend
report-proposal-bound = Nothing brings more than
report-proposal-bound-spend = Nothing as good costs less than
report-proposal-bound-last = At this cost of the next one nothing brings more than
report-proposal-cost-average = { $objective ->
    [leads] One lead costs on average, { $unit }
    [customers] One customer costs on average, { $unit }
    [revenue] Each 1 of revenue costs on average, { $unit }
   *[registrations] One registration costs on average, { $unit }
  }
report-proposal-cost-next = { $objective ->
    [leads] The next lead would cost, { $unit }
    [customers] The next customer would cost, { $unit }
    [revenue] The next 1 of revenue would cost, { $unit }
   *[registrations] The next registration would cost, { $unit }
  }
report-proposal-cost-asked = at most { $cost } was asked for
report-proposal-proven = proven: there is no better allocation
report-proposal-unproven = not proven: the search was ended early; a better one may lie up to { $gap } away
report-proposal-next-on = best spent on { $name }
report-proposal-cut = The time was up before all budgets were searched.
report-proposal-same-unproven = not proven: the search was ended early
report-proposal-same = The present result would cost at least
report-proposal-present = Present
report-proposal-proposed = Proposed
report-proposal-change = Change
report-proposal-won = { $objective ->
    [leads] { $name } leads
    [customers] { $name } customers
    [revenue] { $name } revenue, { $unit }
   *[registrations] { $name } registrations
  }
report-proposal-limits = What binds, and what it costs
report-proposal-each = What each channel's money buys
report-proposal-average = { $name } average cost
report-proposal-next = { $name }, { $next }
report-proposal-frontier = The most other budgets buy
report-proposal-budget = Budget
report-proposal-limit-gain = { $limit }: without it { $more }
report-proposal-limit-saving = { $limit }: without it { $gain } less
report-won = { $objective ->
    [leads] { $value } leads
    [customers] { $value } customers
    [revenue] { $value } { $unit } of revenue
   *[registrations] { $value } registrations
  }
report-won-unit = { $objective ->
    [leads] Leads
    [customers] Customers
    [revenue] Revenue, { $unit }
   *[registrations] Registrations
  }
report-won-more = { $objective ->
    [leads] { $value } more leads
    [customers] { $value } more customers
    [revenue] { $value } { $unit } more revenue
   *[registrations] { $value } more registrations
  }
report-limit-budget = Budget
report-limit-cost = Cost target
report-limit-min = Minimum of { $name }
report-limit-max = Maximum of { $name }
report-clash-channel = { $name }: the minimum of { $min } is { $by } above the maximum of { $max }
report-clash-no-step = { $name }: no multiple of the step lies between { $min } and { $max }
report-clash-step = A step of { $step } is too fine for such amounts: take { $least } or more
report-clash-group-max = { $name }: at least { $least } is needed, { $by } more than the maximum of { $max }
report-clash-group-min = { $name }: at most { $most } can be spent, { $by } less than the minimum of { $min }
report-clash-budget = All minimums together need { $least }, { $by } more than the budget of { $budget }
report-clash-periods = At least { $least } must be spent, { $by } more than all periods together leave room for ({ $most })
report-clash-target = At most { $most } can be reached, { $by } less than the target of { $target }
report-clash-cost = The average cost cannot be brought below { $least }, { $by } more than the { $cost } asked for
report-clash-cost-nothing = What has to be spent wins nothing, so it meets no cost target
report-clash-last = The cost of one more result cannot be asked about where money carries over, or where limits of months, channels and groups cross: ask for an average
report-clash-group-choice = { $name }: channels that are off or at least at their minimum make it { $below } at most or { $above } at least, nothing between { $min } and { $max }
report-clash-no-choice = Each limit alone can be met, but no choice of channels meets all of them at once
report-clash-not-found = The search was ended before any allocation was found; there may be one

# Paper.

report-to = To: { $name }
report-decide-by = For decision by { $day }
report-page = Page { $number } of { $all }
report-printed = Printed { $date }
report-decision = Decision
report-decide-scenario = Scenario: ____________
report-decide-planned = as planned
report-decide-proposed = as proposed
report-decide-return = return
report-signature = Signature
report-locked = locked
report-with-space = { $value } { $unit }
report-frontier = Frontier: { $says }
report-goal-of = Goal: { $measure }
report-of-goal = { $percent } of the goal
report-likely = Likely to reach it
report-estimate = Estimate
report-unit = Unit
report-of-curve = % of curve
report-likely-value = Likely
report-range-low = 90 % range from
report-range-high = to
report-alt-months = Contributed revenue so far, month by month, ends at: { $ends }.
report-alt-odds = Bars of how often each result was drawn: { $measure }. { $facts }.
report-alt-frontier = A rising curve of the most that budgets buy, from { $low } for { $first } to { $high } for { $last }. The plan brings { $now } for { $spend }; split best, the same money brings { $best }.
report-alt-pyramid = A pyramid of five levels; level { $level } is reached. Scores from the lowest level up: { $scores }.
report-alt-ripple = Bars of revenue that grow from step to step: { $steps }.
report-alt-step = { $name } { $revenue }, ROI { $roi }
report-alt-topics = Curves of attention over the planned time: { $topics }.
report-alt-events = Events and the share of the highest attention on their day: { $events }.

# What happened.

report-track-heading = What happened
report-track-month = Month
report-track-planned-money = Money planned
report-track-real-money = Money spent
report-track-planned-registrations = Registrations planned
report-track-real-registrations = Registrations won
report-track-leads = Leads won
report-track-planned-each = Planned each
report-track-real-each = Real each
report-track-unknown = nothing is known
report-track-by-then = Planned by then
report-track-in-the-end = In the end
report-track-figure = Registrations so far
report-track-figure-drawn = Registrations so far; light: 80 % of what is to come
report-track-over = { $over } of { $months } months over
report-alt-track = Registrations so far, month by month, planned and real; { $over }. The lines end at: { $ends }.
report-frontier-by-month = Spent by month: what other budgets win hangs on the months in which they are spent, so no curve of budgets is drawn.
