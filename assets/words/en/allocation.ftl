# Words of the Allocation tab: channels.

allocation-tab = Allocation
allocation-channels = Channels
allocation-channel = Channel
allocation-objective = Objective
allocation-objective-known = as the goal, once rates are known
allocation-step = Step
allocation-step-hint = The smallest amount worth moving
allocation-of = { $what } of { $item }
allocation-name-cell = Name of { $item } in the table
allocation-task-a = Class A, online
allocation-task-b = Class B, online and offline
allocation-task-w = Word of mouth, online

# Figures

allocation-figure-budget = Budget, { $unit }
allocation-figure-registrations = Registrations
allocation-figure-leads-a = Class A leads
allocation-figure-leads-b = Class B leads
allocation-figure-average = Average cost, { $unit }
allocation-each-registration = a registration
allocation-each-registration-with-events = a registration, events included
allocation-of-registrations-a = { $share } of A registrations
allocation-of-registrations-a-w = { $share } of A and W registrations
allocation-from-events = { $leads } from events
allocation-budget-hint = type a budget
allocation-all-allocated = all of it allocated
allocation-too-large = sum too large
allocation-none-allocated = nothing allocated yet
allocation-left = { $amount } not allocated
allocation-over = { $amount } too much

# The table

allocation-column-channel = Channel
allocation-column-budget = Budget
    { $unit }
allocation-column-budget-plain = Budget, { $unit }
allocation-column-share = Share
    %
allocation-column-registrations = Registrations
allocation-column-average = Average
    { $unit }
allocation-column-next = Next { $amount }
    buys
allocation-event-brings = own share; { $contacts } contacts, { $leads } leads
allocation-event-gains = own gain; { $contacts } contacts, { $leads } leads
allocation-event-hover = Show how its cost is shared
allocation-row-left = Not allocated
allocation-row-over = More than the budget
allocation-drag-budget = Drag sideways to change the budget
allocation-lock = Lock { $item }
allocation-unlock = Unlock { $item }
allocation-below-min = Below the minimum of { $min }
allocation-above-max = Above the maximum of { $max }
allocation-add-channel-to = Add a channel to { $task }

# The column beside it

allocation-part-curve = Curve
allocation-part-channel = Channel
allocation-part-group = Group
allocation-part-task = Task
allocation-part-leads = Conversion
allocation-remove = Remove { $item }
allocation-copy = Duplicate { $item }
allocation-copy-of = { $item }, copy
allocation-down = Move { $item } down
allocation-up = Move { $item } up
allocation-sums = What it costs and brings
allocation-contacts = People met at events
allocation-revenue = Revenue, { $unit }
allocation-plot = Registrations by spend, { $unit }
allocation-plot-range = Registrations by spend, { $unit }; pale: 90 % range
allocation-plot-months = Registrations by spend in its months, { $unit }
allocation-plot-range-months = Registrations by spend in its months, { $unit }; pale: 90 % range
allocation-now = now { $registrations }
allocation-inflection = each buys more
    up to { $amount }
allocation-ceiling-at = ceiling { $registrations }
allocation-no-curve = This curve cannot be used yet
allocation-read-spend = Spend, { $unit }
allocation-read-registrations = Registrations
allocation-read-average = Average, { $unit }
allocation-read-next = Next { $amount }

# The curve

allocation-way-fixed = Fixed
allocation-way-linear = Linear
allocation-way-two-points = Two points
allocation-way-saturating = First cost, ceiling
allocation-way-s-shaped = S-shape
allocation-way-fitted = Fitted
allocation-remember = What do you remember?
allocation-way-fixed-remembers = One amount, and what it brought
allocation-way-linear-remembers = What one cost, and the most there can be
allocation-way-two-points-remembers = Two amounts, and what each brought
allocation-way-saturating-remembers = What the first cost, and the most there can be
allocation-way-s-shaped-remembers = The most there can be, and what half of it takes
allocation-way-fitted-remembers = What happened, as it was typed or imported
allocation-curve-registrations = Registrations
allocation-cost-each = Cost of one
allocation-first-cost = First costs
allocation-ceiling = Ceiling
allocation-base = Base
allocation-half-spend = Half spend
allocation-shape = Shape
allocation-shape-limits = 0.2 to 10
allocation-shape-outside = Type a shape between 0.2 and 10; above 1 it is an S
allocation-first-spend = First spent
allocation-second-spend = Then spent
allocation-bought = bought
allocation-unit-registrations = reg.
allocation-unit-times = times
allocation-points-not-in-order = Must be more than was spent first
allocation-points-not-rising = The second point brings no more than the first; use Fixed, or correct it
allocation-points-not-saturating = The second point costs no more each than the first; use Linear or S-shape
allocation-curve-held = { $problem }; until then the curve stays as it was
allocation-use-way = Use { $way }
allocation-range-at = at { $spend }: { $range } registrations
allocation-range-outside = { $range } does not hold what the curve gives; write how many times as much or little it may be, such as 0.7..1.4{ $likely ->
    [none] {""}
   *[other] , or registrations around { $likely }
  }
allocation-meanwhile = { $problem } (until then { $value } counts)
allocation-fitted = { $n ->
    [one] Fitted to one row
   *[other] Fitted to { $n } rows
  } of results, { $residual } registrations off on average

# Fields of a channel

allocation-channel-name = Name of the channel
allocation-media = Media
allocation-min = At least
allocation-max = At most
allocation-max-hint = the budget
allocation-off-or-min = Nothing or at least that
allocation-locked = Lock
allocation-locked-here = Locked
allocation-lead-rate = Lead rate
allocation-from-group = from its group { $rate }
allocation-rate-hint = 5% or 4%..7%
allocation-kpi = KPI
allocation-stages = Stages of the customer loop
allocation-stage-named = Stage: { $stage }
allocation-no-stage = It serves no stage yet
allocation-no-group = None
allocation-new-group-choice = New group…
allocation-new-group = New group
allocation-new-channel = New channel

# Groups and tasks

allocation-group-name = Name of the group
allocation-group-rate-says = For its channels without a lead rate of their own
allocation-limits = Limits
allocation-limits-says = money for the whole task
allocation-task-has = It has { $spend } now
allocation-quantitative = KPIs with numbers
allocation-quantitative-says = from where to where
allocation-add-quantitative = Add a KPI with numbers
allocation-new-kpi = New KPI
allocation-kpi-name = Name of the KPI
allocation-kpi-text = KPI in words
allocation-kpi-from = From
allocation-kpi-to = To
allocation-qualitative = KPIs in words
allocation-qualitative-says = what is to be true
allocation-add-qualitative = Add a KPI in words

# What becomes of leads

allocation-class-a-says = won online alone
allocation-class-b-says = won online and offline together
allocation-close-rate = Close rate
allocation-value = Value each
allocation-value-in = Value each, { $unit }

# Steps in the undo history

allocation-step-change = Change { $what } of { $item }
allocation-step-add-channel = Add channel
allocation-step-rename-channel = Rename channel
allocation-step-add-group = Add group
allocation-step-rename-group = Rename group
allocation-step-move = Move { $item }
allocation-step-copy = Duplicate { $item }
allocation-step-remove = Remove { $item }
allocation-step-budget = Change the budget
allocation-step-objective = Change the objective
allocation-step-step = Change the step
allocation-step-add-kpi = Add KPI
allocation-step-rename-kpi = Change KPI
allocation-step-move-kpi = Move KPI
allocation-step-remove-kpi = Remove KPI

# Before there is any channel

allocation-question = What does each channel buy for its money?
allocation-question-says = A channel turns money into registrations along a curve: the first amounts buy much, later ones less. List your channels by task, and see what the next amount would buy in each.
allocation-first-channel = Add the first channel
allocation-three-tasks = Three tasks
allocation-example-money = Worked case, { $unit }
allocation-example-registrations = registrations
allocation-task-a-says = Online channels alone, such as search, a site, articles, communities
allocation-task-b-says = Events that feed online and the reverse, such as forums and custom events
allocation-task-w-says = Upkeep of reputation among the users you have
allocation-step-1 = Name a channel
allocation-step-1-says = its owner, its task, what it may cost
allocation-step-2 = Say what money bought
allocation-step-2-says = two amounts you remember draw its curve
allocation-step-3 = Compare
allocation-step-3-says = what the next amount would buy in each channel
allocation-from-example = from the worked case
allocation-how-to-read = How to read it
allocation-read-now = What is spent now: { $spend } buy { $registrations }
allocation-read-curve = What other amounts would buy
allocation-read-range = The range you are 90 % sure of
allocation-open-example = Open the worked case
allocation-open-example-says = 12 channels, a shared event and a ripple, with a note on every number

# Several channels, and blocks of them.
allocation-several = { $n ->
    [one] 1 channel selected
   *[other] { $n } channels selected
  }
allocation-several-total = { $amount } together
allocation-several-differ = different
allocation-several-of = { $what } of { $n } channels
allocation-several-remove = Remove { $n } channels
allocation-several-help = Ctrl+click adds a channel or takes it away, Shift+click selects all up to it. A channel that other parts of the plan name is asked about before it goes.
allocation-step-several = Change { $what } of { $n } channels
allocation-step-paste-budgets = { $n ->
    [one] Paste 1 budget
   *[other] Paste { $n } budgets
  }
allocation-step-paste-names = { $n ->
    [one] Paste 1 name
   *[other] Paste { $n } names
  }
allocation-step-paste-channels = { $n ->
    [one] Paste 1 channel
   *[other] Paste { $n } channels
  }
allocation-paste-no-name = Nothing was taken: row { $row } of the block has no name. A block of channels holds name, budget and registrations, in this order

# Which channels are shown.
allocation-search = Find channels
allocation-show = Show
allocation-show-all = All channels
allocation-show-locked = Locked
allocation-show-ownerless = Without owner
allocation-show-findings = With findings
allocation-show-spent = More money wins nothing
allocation-show-all-again = Show all
allocation-order = Order
allocation-order-plan = As in the plan
allocation-order-name = By name
allocation-order-owner = By owner
allocation-order-budget = By budget
allocation-order-registrations = By registrations
allocation-order-cost = By average cost
allocation-order-leads = By leads
allocation-order-customers = By customers
allocation-order-revenue = By revenue
allocation-order-next = By what the next amount wins
allocation-shown = { $n ->
    [one] { $shown } of one channel
   *[other] { $shown } of { $of } channels
}
allocation-shown-hint = Sums are always those of all channels.
allocation-fold = Fold { $item }
allocation-unfold = Unfold { $item }
