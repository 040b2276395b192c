# Words of the Goal tab.

goal-tab = Goal

# The head. The sentence has its figures in place; each language has its own order.
goal-sentence = By { $end }, { $customers } customers at { $value } { $unit } bring { $revenue } { $unit }, { $share } of revenue
goal-in-sentence = { $figure }, in the sentence
goal-copy = Copy sentence
goal-add-sub-goal = Sub-goal
goal-statement = The goal in your own words
goal-statement-hint = Write the goal in one sentence that everybody can repeat
goal-headline = Headline
goal-headline-hint = The measure that the top bar and the printed summary speak about
goal-note = Note on the goal
goal-note-title = Sources and assumptions of the goal

# Two products.
goal-products = Two products that agree
goal-products-subtitle = typed in a frame, others calculated; amounts in { $unit }
goal-customers = Customers
goal-value = Value each
goal-revenue = Revenue
goal-share = Share
goal-total = Total revenue
goal-derived = derived
goal-target-customers = Target customers
goal-target-value = Target value per customer
goal-target-revenue = Target contributed revenue
goal-target-share = Target share
goal-target-total = Target total revenue
goal-goal = Goal
goal-expected = Expected
goal-baseline = Baseline
goal-difference = Difference { $amount }
goal-agrees = Equal areas: both sides are contributed revenue
goal-incomplete = Incomplete
goal-incomplete-lines = Type customers and value, or share and total revenue
goal-too-large = Too large
goal-clash = The sides differ
goal-clash-lines =
  by customers { $customers }
  revenue { $revenue }
  by share { $share }
goal-unit-customers = { "" }
goal-unit-registrations = { "" }
goal-unit-leads = { "" }
goal-unit-people = { "" }

# How far.
goal-progress = How far
goal-progress-subtitle = expected from the likely values
goal-mobile-social = Mobile-social
goal-year = year
goal-baseline-year = Year of the baseline
goal-expected-year = Expected { $year }
goal-goal-year = Goal { $year }
goal-reached = Reached %
goal-missing = Missing
goal-baseline-customers = Baseline customers
goal-baseline-revenue = Baseline contributed revenue
goal-baseline-total = Baseline total revenue

# Sub-goals.
goal-sub-goals = Sub-goals
goal-sub-goals-subtitle = each with an owner and a date
goal-sub-goals-none = Break the goal into parts that one person can own: registrations, leads, people reached
goal-first-sub-goal = Add the first sub-goal
goal-sub-goal = Sub-goal
goal-name-hint = what is to be reached
goal-sub-goal-field = { $what } of { $name }
goal-details = Details of { $name }
goal-measure = Measures
goal-measure-all = Registrations, all tasks
goal-measure-task = Registrations, task { $task }
goal-measure-group = Registrations, { $name }
goal-measure-leads = Leads, { $class }
goal-measure-customers = Customers, { $class }
goal-measure-people = People reached off site, { $name }
goal-measure-level = Score of level { $level }, { $name }
goal-measure-estimated = A value estimated by hand
goal-remove = Remove { $name }
goal-move-up = Move { $name } up
goal-move-down = Move { $name } down

# Month by month.
goal-months = Month by month
goal-months-subtitle = contributed revenue so far, { $unit }
goal-right-side = Right side
goal-mark-event = { $day }
goal-mark-ripple = { $day }, ripple begins
goal-end-goal = Goal { $amount }
goal-end-path = Path { $amount }
goal-end-expected = Expected { $amount }
goal-gap = { $amount } short at the end of { $month }

# Weights and milestones.
goal-path-open = Timing and path
goal-path = Timing and path
goal-path-subtitle = {"  "}weights of any sum; ripples have their own
goal-path-close = Close timing and path
goal-month = Month
goal-weight-of = Weight of { $series } in { $month }
goal-evenly = evenly
goal-evenly-named = Spread { $series } evenly
goal-milestone-day = Goal by
goal-milestone-revenue = Revenue so far, { $unit }
goal-milestone-day-named = Day of milestone { $n }
goal-milestone-revenue-named = Revenue of milestone { $n }
goal-milestones-none = No milestones yet: the goal has no path
goal-add-milestone = Milestone
goal-remove-milestone = Remove milestone of { $day }
goal-sort-milestones = Put in order of days

# Backwards.
goal-backwards = Backwards
goal-backwards-subtitle = from the goal to what it takes; assumptions come from Allocation and Ripple
goal-backwards-nothing = Type a revenue goal to see what it takes
goal-on-site = On site
goal-off-site = Off site
goal-needed = Needed
goal-now = Now
goal-new-revenue = New revenue
goal-new-customers = Customers
goal-leads = Leads
goal-people = People
goal-money = Money
goal-by-value = value
goal-by-close-rate = close rate
goal-by-lead-rate = lead rate
goal-no-gap = The plan reaches the revenue goal
goal-no-way = { $gap } short, and nothing in the plan can bring it: no money, rate or value leads to revenue yet
goal-gap-to-path = { $amount } below path, end of { $month }
goal-gap-title = { $gap } short: ways to close the gap
goal-gap-subtitle = all else unchanged; money with W, { $amount }
goal-gap-subtitle-alone = all else unchanged
goal-way-sharers = Invite more sharers
goal-way-lead-rates = Raise all lead rates
goal-way-registrations = More registrations, { $class }
goal-way-sharers-change = { $now } → { $needed }, { $cost } more
goal-way-change = { $now } → { $needed }
goal-way-now = { $now } now
goal-possible-range = possible, within { $range }
goal-impossible-range = impossible, range { $range }
goal-possible-no-range = no range is stated
goal-possible-ranges = possible, within the ranges
goal-impossible-rate = impossible, above 100 %
goal-impossible-ranges = beyond the ranges stated
goal-possible-ceiling = possible, at most { $ceiling }
goal-impossible-ceiling = impossible, at most { $ceiling }

# While there is no goal.
goal-empty-question = What is the one goal?
goal-empty-lines = Not followers, not reads: the number of customers won through mobile social media, and the revenue they contribute. Everything else in the plan refers to it.
goal-empty-begin = State the goal
goal-empty-steps = Three steps
goal-empty-step-1 = Type what you know
goal-empty-step-1-words = three of the five figures; the others follow
goal-empty-step-2 = Say where you stand
goal-empty-step-2-words = last year's customers and revenue
goal-empty-step-3 = Give parts away
goal-empty-step-3-words = sub-goals, each with an owner and a date

# Steps of undo.
goal-step-customers = Change target customers
goal-step-value = Change target value per customer
goal-step-revenue = Change target revenue
goal-step-share = Change target share
goal-step-total = Change target total revenue
goal-step-statement = Change the goal's words
goal-step-headline = Change headline measure
goal-step-note = Change note on the goal
goal-step-baseline-year = Change year of the baseline
goal-step-change = Change { $what }
goal-step-add-sub-goal = Add sub-goal
goal-step-sub-goal = Change { $what } of { $name }
goal-step-timing = Change timing of { $series }
goal-step-milestone = Change milestone
goal-step-add-milestone = Add milestone

# Odds
goal-months-ranges = revenue so far, { $unit }; light: 50 % and 90 % range
goal-likely = likely: { $parts }
goal-likely-customers = customers { $chance }
goal-likely-revenue = revenue { $chance }
goal-likely-share = share { $chance }
goal-likely-all = all at once { $chance }
goal-likely-comma = {", "}
