# Words of the explanations that stand behind calculated numbers.

explain-formula = Formula
explain-filled = With values
explain-sources = Sources
explain-where = { $formula }, where { $function }
explain-where-word = where
explain-letter = { $letter } { $name }
explain-source = { $name } { $value } ({ $kind })
explain-comma = {"; "}
explain-spoken = { $what }: { $value }. Formula: { $formula }. With values: { $filled }. From: { $sources }.
explain-keep = Click to keep this open
explain-pinned = How { $what } is calculated
explain-go = Show field
explain-go-to = Show the field of { $what }
explain-how = Explain
explain-how-of = Explain { $what }
explain-back = Back to { $what }

# Where a number comes from.
explain-typed = typed
explain-calculated = calculated
explain-fixed = fixed
explain-assumed = assumed
explain-happened = happened

# Calculated numbers.
explain-with-happened = { $what } with what happened
explain-costs = Cost
explain-money = Money
explain-range-low = 90 % range, lower end
explain-range-high = 90 % range, upper end
explain-share = Share of all money
explain-next = The next { $amount } buy
explain-all = all channels and events
explain-all-ripples = all ripples
explain-plan = the whole plan
explain-unallocated = Budget left
explain-in-month = Registrations in { $month }
explain-money-in-month = Money in { $month }
explain-works-in-month = Money at work in { $month }
explain-event-total = Cost less income
explain-cost-per-lead = Our cost of a lead
explain-alone-all = Cost alone, all parties
explain-saving-all = Saving, all parties
explain-party-share = Share of the event
explain-party-saving = Saving against going alone
explain-party-balance = Paid more than its share
explain-pool = Share of what is split by the rule "{ $rule }"
explain-of-step = { $what }, { $step }
explain-round = People reached in round { $round }
explain-reproduction = R, more people for each one reached
explain-off-site = People reached off site
explain-added-customers = Customers won off site
explain-added-revenue = Revenue won off site
explain-baseline = { $what }, before the plan
explain-expected = { $what }, expected
explain-target = { $what }, goal
explain-reached-of = { $what }, part of the goal reached
explain-missing = { $what }, missing to the goal
explain-rate-reach = Cost of each person reached
explain-rate-leads = Leads from each person reached
explain-rate-close = Customers from each lead
explain-rate-value = Revenue from each customer
explain-score = Score
explain-mean-score = Mean score of the pyramid
explain-effort = Hours a week
explain-load = Load
explain-attention = Attention on its day
explain-carried = Attention on its day, of the highest
explain-chance = Chance of reaching the goal for { $what }
explain-chance-all = Chance of reaching all goals at once
explain-track-spent = Spent so far
explain-track-won = Registrations so far
explain-track-spent-of-plan = Spent of what was planned
explain-track-won-of-plan = Registrations of what was planned
explain-track-of-curve = Registrations of what the curve buys
explain-track-planned-cost = Planned cost of a registration
explain-track-real-cost = Real cost of a registration

# Numbers of formulas.
explain-others = { $n } others
explain-hours = hours
explain-next-amount = Spent on top
explain-with-next = Registrations with the next amount
explain-range-factor = So many times as many
explain-month-money = Money of the month
explain-before-period = Money still at work from before
explain-counted-registrations = Registrations counted
explain-by-curve = Registrations by the curve for what was spent
explain-to-come = Registrations of the months to come
explain-unknown-months = Part of the plan in months of which nothing is known
explain-spent = Spent
explain-spent-by-plan = Planned in months of which no spend is known
explain-left = Left for the months to come
explain-counted-leads = Leads counted
explain-counted-customers = Customers counted
explain-counted-revenue = Revenue counted
explain-registrations-of-counted = Registrations of the months whose leads were counted
explain-leads-of-counted = Leads of the months whose customers were counted
explain-customers-of-counted = Customers of the months whose revenue was counted
explain-reached = People reached
explain-all-money = All money
explain-beyond-event = Cost beyond what its event has counted
explain-parties = Parties
explain-parties-sharing = Parties who share
explain-reached-before = People reached before
explain-room = People left to reach
explain-cost-before = Cost before the rewards
explain-answers = Answers
explain-levels = Levels with a score
explain-days-apart = Days from the best day
explain-e = Euler's number
explain-highest = Highest attention of the period
explain-planned = Planned for the same months
explain-planned-registrations = Registrations planned for the same months
explain-draws-that-reach = Draws that reach it
explain-draws = Draws

# What else to know.
explain-note-happened = Months that are over count by what happened, as far as it is known.
explain-note-shares = Rounded to whole cents so that all shares add up exactly.
explain-note-range = The lower end is the same with the lower factor.
explain-note-chance = Every estimate with a range is drawn anew each time, always from the same seed, and the plan is calculated with the numbers drawn.
explain-note-highest = The highest attention of the period is looked for day by day.

# On paper.
explain-appendix = How the numbers are calculated
explain-paper-says = { $heading }: { $formula } = { $filled }. From: { $sources }.
