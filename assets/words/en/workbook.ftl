# Words of the workbook.

workbook-sheet-goal = Goal
workbook-sheet-channels = Channels
workbook-sheet-assumptions = Assumptions
workbook-sheet-happened = What happened
workbook-sheet-events = Shared events
workbook-sheet-ripples = Ripples
workbook-sheet-months = Months
workbook-sheet-pyramid = Pyramid
workbook-sheet-team = Team
workbook-sheet-topics = Topics
workbook-sheet-outlook = Proposal and odds
workbook-sheet-notes = Notes

workbook-legend = Numbers on a tinted ground may be changed; everything else follows by formulas. The sheets are protected without a password.
workbook-outlook-title = Better split, other budgets, odds
workbook-outlook-say = Values as of the plan when this was written: they take a search or many draws, and do not follow what is changed here.
workbook-outlook-seed = Odds from { $draws } draws with seed { $seed }: the same seed gives the same numbers.
workbook-mistyped = Please type a number: rates from 0 to 1 (5 % is 0.05), everything else from 0 on.
workbook-live = This workbook calculates like the program, but it does not search: the better split, odds, transfers between partners and findings are those of the plan when it was written.

# Assumptions
workbook-assumptions-title = Assumptions: rates and curves
workbook-leads-become = What becomes of leads
workbook-class = Class
workbook-close-rate = Close rate
workbook-lead-rate = Lead rate
workbook-group-rates = Lead rates of groups
workbook-group = Group
workbook-curves = What money buys: the curve of each channel
workbook-curves-say = Registrations for a spend x: without spend + ceiling × xᵃ ÷ (xᵃ + half spendᵃ), with the steepness a; on a linear curve without spend + x ÷ cost, up to the ceiling.
workbook-curves-by-month = Registrations for a spend x: without spend + ceiling × xᵃ ÷ (xᵃ + half spendᵃ), with the steepness a; on a linear curve without spend + x ÷ cost, up to the ceiling. Of a channel with months of its own this is what even spending buys; what its months buy stands on Money by month.
workbook-curve = Curve
workbook-curve-base = Without spend
workbook-curve-ceiling = Ceiling
workbook-curve-cost = Cost of the first registration
workbook-curve-half = Half spend
workbook-curve-shape = Steepness
workbook-curve-first-spend = First spend
workbook-curve-second-spend = Second spend
workbook-curve-bought = Registrations bought
workbook-curves-drawn = Registrations by spend, channels with most money
workbook-spend = Spend

# Channels
workbook-owner = Owner
workbook-budget = Budget
workbook-allocated = Allocated
workbook-left = Not allocated
workbook-registrations = Registrations
workbook-contacts = Contacts
workbook-leads = Leads
workbook-customers = Customers
workbook-revenue = Revenue
workbook-total = Total

# What happened
workbook-happened-title = What happened in place of the plan
workbook-happened-say = The first row of a channel takes its plan out; the rows below put in what was counted, and for the months to come what the curve buys for the money that is left. Together they are what the goal changes by.
workbook-happened-what = Counts
workbook-happened-plan = Plan, taken out
workbook-happened-counted = Counted
workbook-happened-rest = To come
workbook-task = Task
workbook-months-count = Months
workbook-spent = Spent
workbook-to-spend = Left
workbook-counted = Counted
workbook-by-plan = Share by the plan
workbook-counted-of = { $name }, counted

# Money by month
workbook-sheet-money = Money by month
workbook-money-title = Money by month
workbook-money-say = A month wins its weight × what the curve gives for so many times as much as works in it, divided by the number of months. Of what is spent, a part works in later months: as much as is carried over.
workbook-money-spent = Money of each month
workbook-money-cash = The most that may be spent
workbook-money-cash-left = Left of it
workbook-money-seasons = How much each month counts; only proportions matter
workbook-money-works = What works in each month
workbook-money-carried = Carry-over
workbook-money-still-works = From before
workbook-money-before = Spent before the period, the latest month last
workbook-money-revenue-each = Revenue a registration
workbook-money-next-works = The next { $amount } { $unit }: what of it works in each month
workbook-money-next-won = The next { $amount } { $unit }: registrations with it
workbook-money-real = As it happened: what was spent, and what is left
workbook-money-real-works = As it happened: what works in each month
workbook-money-real-won = As it happened: registrations by the curve
workbook-money-drawn = { $name } of each month

# Goal
workbook-chain = From money to revenue
workbook-source = Source
workbook-money = Money
workbook-people = Contacts, people reached
workbook-classes = Leads by class
workbook-sub-goals = Sub-goals
workbook-sub-goal = Sub-goal
workbook-due = Due

# Shared events
workbook-events-title = Shared events
workbook-item = Item
workbook-amount = Amount
workbook-item-kind = Kind
workbook-cost = cost
workbook-income = income
workbook-counts = Counts as
workbook-split-number = Split
workbook-rule = Rule
workbook-shared-by = Shared by
workbook-everyone = everyone
workbook-weight = Weight
workbook-percent = Percent
workbook-benefit = Benefit
workbook-balance = Paid less received less share
workbook-split-check = Not covered by the shares
workbook-settled = Who pays whom is settled by the program, for the amounts and payments of the plan. After a change here, settle again there.
workbook-split = Split { $number }: { $rule }
workbook-split-settled = These numbers have more digits than a spreadsheet keeps: the shares are those of the program.
workbook-split-amount = Amount
workbook-split-minor = In the smallest unit
workbook-split-weights = Sum of weights
workbook-split-each = Each weight gets
workbook-split-rest = Rest
workbook-split-left = Units left over
workbook-split-first = First in line
workbook-split-divisor = Common divisor
workbook-split-counted = Counted
workbook-split-weight = Weight
workbook-split-whole = Whole units
workbook-split-remainder = Remainder
workbook-split-order = Place in line
workbook-split-alone = Cost alone
workbook-split-taking = Takes part among
workbook-split-step = Step of cost

# Ripples
workbook-ripples-title = From funnel to ripple
workbook-onsite = On site as in
workbook-covered = Covered by the event's own share
workbook-beyond = Cost on top
workbook-rounds = Rounds of passing on
workbook-round = Round
workbook-new-people = Newly reached
workbook-reached-so-far = Reached so far

# Months
workbook-months-title = Contributed revenue so far
workbook-months-say = The parts say how a revenue spreads over the months; only their proportion counts.
workbook-month = Month
workbook-in-month = In the month
workbook-so-far = Expected so far
workbook-path = Path to the goal
workbook-gap = Path less expected
workbook-per-part = For one part

# Pyramid
workbook-pyramid-title = Pyramid of customer relations
workbook-assessed = Answers of { $date }. Change an answer to 0, 0.25, 0.5 or 1 and see which level holds; – is not applicable, an empty one is open: a level holds only once all of it is answered.
workbook-not-assessed = Nothing is answered yet. Answer with 0, 0.25, 0.5 or 1, or – where it is not applicable.
workbook-threshold = A level holds from
workbook-reached-level = Level reached
workbook-mean = Mean over all levels
workbook-open = Open
workbook-criterion = Criterion
workbook-answer = Answer
workbook-answer-words = In words
workbook-evidence = Evidence
workbook-cost-to-full = Cost to meet it

# Team
workbook-team-title = Team
workbook-nobody-accountable = Nobody is accountable for the goal yet.
workbook-raci = A accountable, R responsible, C consulted, I informed.
workbook-load = Load
workbook-person = Person
workbook-position = Position
workbook-hours = Hours a week
workbook-capacity = Hours there are
workbook-load-share = Load

# Topics
workbook-topics-say = Topics are moved in the program, which searches the highest attention among all days.
workbook-spread-days = Spread, days
workbook-carried-events = Events on the calendar
workbook-highest = Highest attention of the planned time, as the program found it
workbook-event = Event
workbook-day = Day
workbook-of-highest = Of the highest
workbook-carried = Carried

# Notes
workbook-notes-title = Findings and assumptions
workbook-severity = Severity
workbook-finding = Finding
workbook-remedy = How to mend it
