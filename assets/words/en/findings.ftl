# Findings: what is wrong (…) and how to mend it (…-mend), by code.

findings-section-plan = The plan
findings-goal-not-stated = No goal is set yet
findings-goal-not-stated-mend = Type what is to be reached: customers, revenue or share
findings-goal-without-sentence = The goal has no sentence
findings-goal-without-sentence-mend = Write the goal in one sentence that everybody can repeat
findings-goal-incomplete = Too little of the goal is typed to check that it ties out
findings-goal-incomplete-mend = Type customers and value per customer, or share and total revenue
findings-goal-does-not-tie-out = The goal does not tie out: customers × value is { $customers }, contributed revenue { $revenue }, share × total { $share }
findings-goal-does-not-tie-out-mend = Change one of the figures, or empty it so that it is derived
findings-milestone-outside-period = A milestone of the goal lies outside the planned time
findings-milestone-outside-period-mend = Move its day into the planned time
findings-milestones-not-in-order = The milestones of the goal do not rise from day to day
findings-milestones-not-in-order-mend = Put them in the order of their days, each with more revenue than the one before
findings-path-misses-goal = The path ends at { $end }, the goal is { $goal }
findings-path-misses-goal-mend = Change the milestones, or press "Mend" in the window to lead them to the goal
findings-nothing-to-measure = "{ $item }" measures something that is not in the plan
findings-nothing-to-measure-mend = Choose another measure for this sub-goal
findings-no-owner = "{ $item }" has no owner
findings-no-owner-mend = Name one person who owns it
findings-no-team = Nobody is in the team yet
findings-no-team-mend = Add the people who work on the plan
findings-team-not-begun = Nobody answers for the goal or has a part in a function yet
findings-team-not-begun-mend = Say who is accountable for the goal, then who does what
findings-no-accountable = Nobody is accountable for the goal
findings-no-accountable-mend = Name one person; where it works, this is often the CEO
findings-open-functions = { $functions ->
    [one] { $item }: nobody has a part in it yet
   *[other] { $functions } functions have nobody with a part in them yet
  }
findings-open-functions-mend = Make one person responsible for each, or remove what is not needed
findings-nobody-responsible = { $item } has nobody responsible
findings-nobody-responsible-mend = Make one person responsible for this function
findings-kpi-pulls-away = { $item }: "{ $kpi }" pulls against { $against }
findings-kpi-pulls-away-mend = Agree on a KPI that serves the goal of both
findings-kpi-unlinked = { $item }: nobody has said whether "{ $kpi }" serves the goal
findings-kpi-unlinked-mend = Say whether it serves the goal or pulls elsewhere
findings-overloaded = { $item } has { $effort } hours of work a week and { $capacity } hours to do it
findings-overloaded-mend = Give some of the work to somebody else, or plan more hours
findings-no-assessment = The pyramid is not assessed yet
findings-no-assessment-mend = Answer the criteria, from the bottom level up
findings-few-criteria = Level { $level }, { $name }, has { $criteria ->
    [one] only one criterion
   *[other] only { $criteria } criteria
  }
findings-few-criteria-mend = Ask at least four things of every level
findings-no-evidence = "{ $item }" is answered with 1 but has no evidence
findings-no-evidence-mend = Write what shows it, or answer ½
findings-no-reason = "{ $item }" does not apply, but no reason is given
findings-no-reason-mend = Write why it does not apply
findings-level-open = Level { $level }, { $name }: { $answered } of { $criteria } criteria are answered
findings-level-open-mend = Answer the others too; a level holds only once all of it is answered
findings-level-short = Level { $level }, { $name }, is { $by } short of holding
findings-level-short-mend = { $step ->
    [known] The cheapest step: { $criterion }, for { $cost }
   *[none] Raise the lowest answers of this level
  }
findings-no-channels = No channel is in the plan yet
findings-no-channels-mend = Add the channels that money may go to
findings-no-budget = There is no budget
findings-no-budget-mend = Type how much money there is to allocate
findings-over-budget = { $by } more is allocated than the budget holds
findings-over-budget-mend = Lower some spending or raise the budget
findings-unallocated = { $left } of the budget is not allocated
findings-unallocated-mend = Give it to a channel, or let the best allocation place it
findings-buys-nothing = { $item } gets { $spend } and buys no registrations
findings-buys-nothing-mend = State what its money buys: choose a curve and type its numbers
findings-better-split = The same { $spend } split differently buys { $more }
findings-better-split-less-revenue = The same { $spend } split differently buys { $more }, but brings { $lost } less revenue
findings-better-split-less-revenue-mend = Let the split count revenue before you adopt it
findings-better-split-mend = Look at the suggested allocation and adopt it if it convinces
findings-task-below-min = { $task } gets { $spend }, less than its minimum of { $limit }
findings-task-below-min-mend = Give it more, or lower its minimum
findings-channel-below-min = { $item } gets { $spend }, less than its minimum of { $limit }
findings-channel-below-min-mend = Give it more, or lower its minimum
findings-task-above-max = { $task } gets { $spend }, more than its maximum of { $limit }
findings-task-above-max-mend = Give it less, or raise its maximum
findings-channel-above-max = { $item } gets { $spend }, more than its maximum of { $limit }
findings-channel-above-max-mend = Give it less, or raise its maximum
findings-months-differ = The months of { $item } come to { $months }, but it gets { $spend }; they count in proportion
findings-months-differ-mend = Type the months again, or give it what they come to
findings-months-count = { $item } has money for { $stated } months, but the plan has { $months }
findings-months-count-mend = Spread its money over the months of the plan
findings-season-count = Weights of { $item } are stated for { $stated } months, but the plan has { $months }; months without one count for nothing
findings-season-count-mend = State a weight for each month, or none
findings-season-empty = No month counts in the season of { $item }, so all count the same
findings-season-empty-mend = Give some month a weight above 0, or leave the season out
findings-carry-over-too-long = The carry-over of { $item } is more than 99 %: its effect would hardly ever come
findings-carry-over-too-long-mend = State what part of an effect is left a month later, at most 99 %
findings-no-such-month = { $item } locks or closes month { $number }, but the months of the plan are 1 to { $months }
findings-no-such-month-mend = Number months from 1, the first of the period
findings-off-month-spends = { $item } spends { $amount } in { $month }, when it cannot run
findings-off-month-spends-mend = Move the money to another month, or let the channel run then
findings-no-open-month = { $item } gets { $amount }, but can run in no month; it counts as spent evenly
findings-no-open-month-mend = Let it run in some month, or give it nothing
findings-over-cash = { $months ->
    [one] { $month } spends { $amount } more than its cash
   *[other] { $months } months spend more than their cash, most of all { $month }: { $amount } more
  }
findings-over-cash-mend = Move money to other months, or raise the cash of the month
findings-scenario-over-budget = In { $item }, { $by } more is allocated than the budget holds
findings-scenario-over-budget-mend = Lower some spending of this scenario or raise its budget
findings-scenario-below-min = In { $item }, { $channel } gets { $spend }, less than its minimum of { $limit }
findings-scenario-below-min-mend = Give it more in this scenario, or lower its minimum
findings-scenario-above-max = In { $item }, { $channel } gets { $spend }, more than its maximum of { $limit }
findings-scenario-above-max-mend = Give it less in this scenario, or raise its maximum
findings-scenario-same-name = Two scenarios are called { $item }
findings-scenario-same-name-mend = Rename one of them
findings-no-lead-rate = Registrations of { $item } become no leads
findings-no-lead-rate-mend = Type the lead rate of the channel or of its group
findings-no-close-rate = { $leads } leads of { $class } become no customers: their close rate is missing or 0
findings-no-close-rate-mend = Type the close rate of the class, below the channels in Allocation
findings-no-value = { $leads } leads of { $class } bring no revenue: the value of a customer is missing or 0
findings-no-value-mend = Type what a customer of the class is worth, below the channels in Allocation
findings-bad-curve = { $item } buys nothing: { $why ->
    [negative] a number of its curve is below 0
   *[not-positive] a cost, half spend or ceiling of its curve is not above 0
    [shape] the steepness of its curve lies outside 0.2 to 10
    [not-in-order] the second point of its curve has no larger spend than the first
    [not-rising] the second point of its curve brings no more than the first
    [not-saturating] its second registrations cost no more than its first
  }
findings-bad-curve-mend = { $why ->
    [negative] Type 0 or more
   *[not-positive] Type a number above 0
    [shape] Type a steepness between 0.2 and 10; 1 saturates, 2 is S-shaped
    [not-in-order] Put the point with the smaller spend first
    [not-rising] Choose a fixed curve, or correct the points
    [not-saturating] Choose a linear or an S-shaped curve
  }
findings-event-without-us = { $item } does not say which party is us
findings-event-without-us-mend = Choose which of the parties is us
findings-event-without-cost = { $item } costs nothing so far
findings-event-without-cost-mend = Add what it costs, so that there is something to share
findings-event-brings-nothing = { $item } costs us { $cost } and brings no leads: its { $field } is 0
findings-event-brings-nothing-mend = Type how many people are met there, and how many of them become leads
findings-event-not-split = The cost of { $part ->
    [items] { event-of }
   *[all] { $item }
  } cannot be shared: { event-why }
findings-event-not-split-mend = { $why ->
    [too-many] Divide it into several events
    [no-parties] Add the parties that share the event
    [missing] Change the amounts or percentages until they add up
    [surplus] Change the amounts or percentages until they add up
   *[lacks] Type the number this rule needs, or choose another rule
  }
findings-unfair-share = { $item }: { $party } pays { $by } more than it would alone
findings-unfair-share-mend = Choose a rule by cost alone or equal savings
findings-paid-too-much = { $paid } was paid for "{ $what }", which costs { $amount }
findings-paid-too-much-mend = Correct the payments or the amount
findings-received-too-much = { $received } was received of "{ $what }", which brings in { $amount }
findings-received-too-much-mend = Correct what was received or the amount
findings-ripple-without-follow = { $item } counts on followers, but has no follow step
findings-ripple-without-follow-mend = Add the follow step, or let people on site convert as in the funnel
findings-ripple-counts-contacts-twice = { $item } and { $event }, which it belongs to, both count the same { $people } people: their leads and customers are counted twice
findings-ripple-counts-contacts-twice-mend = Count them in one place: set the lead rate of the event to 0, or leave its contacts out of the people on site
findings-ripple-brings-nothing = { $item } costs { $cost } and brings no revenue: its { $field } is 0
findings-ripple-brings-nothing-mend = Type who comes, how many become leads and sign, and what a customer is worth
findings-ripple-without-limit = { $item }: everybody reached brings { $number } more, without end
findings-ripple-without-limit-mend = Type how many people can be reached at all
findings-not-carried = { $event } gets { $share } of the highest attention, too little to be carried
findings-not-carried-mend = { $move ->
    [earlier] Move "{ $topic }" { $days ->
        [one] one day
       *[other] { $days } days
      } earlier: { $then }
    [later] Move "{ $topic }" { $days ->
        [one] one day
       *[other] { $days } days
      } later: { $then }
   *[none] Plan a topic that peaks near its day
  }
findings-topic-without-day = { $item } has a peak, but no day
findings-topic-without-day-mend = Type the day attention is highest
findings-outside-period = The day of { $item } lies outside the planned time
findings-outside-period-mend = Move it into the planned time, or change the time
findings-on-holiday = { $what ->
    [decision] The decision is asked for by { $day }, in the holidays: { $occasion }
    [seven-s] { $step }: due on { $day }, in the holidays: { $occasion }
   *[item] { $item }: { $day } lies in the holidays: { $occasion }
}
findings-on-holiday-mend = { $found ->
    [none] Choose a day on which business works
   *[there] The nearest workday outside holidays and sales is { $then }
}
findings-in-rush = { $what ->
    [decision] The decision is asked for by { $day }, during the { $occasion }
    [seven-s] { $step }: due on { $day }, during the { $occasion }
   *[item] { $item }: { $day } lies in the { $occasion }, when attention is dear
}
findings-in-rush-mend = { $found ->
    [none] Choose a day outside them, if you can
   *[there] The nearest workday outside holidays and sales is { $then }
}
findings-holidays-not-known = { $known ->
    [by-law] The holidays of { $year } are known only as far as they are law; days around them and working weekends are not announced yet
   *[nothing] The holidays of { $year } are not known to this program
}
findings-holidays-not-known-mend = Hold the days of { $year } against the official calendar
findings-bad-calendar = The plan's calendar has days in the wrong order, or days that do not exist
findings-bad-calendar-mend = Mend its file, then choose it again in the settings
findings-money-too-large = A sum of money is too large to calculate with
findings-money-too-large-mend = Check the amounts for zeros too many
findings-not-positive = { $item }: { $field } must be above 0
findings-not-positive-mend = Type a number above 0
findings-negative = { $item }: { $field } must not be below 0
findings-negative-mend = Type 0 or more
findings-rate-out-of-range = { $item }: { $field } must lie between 0 and 100 %
findings-rate-out-of-range-mend = Type a rate between 0 and 100 %
findings-range-upside-down = { $item }: the range of { $field } is upside down
findings-range-upside-down-mend = Write the smaller end first
findings-likely-outside-range = { $item }: the likely value of { $field } lies outside its range
findings-likely-outside-range-mend = Widen the range, or change the likely value
findings-bad-period = The planned time must have 1 to 120 months
findings-bad-period-mend = Type how many months are planned
findings-currency-digits = The currency has { $digits } digits after the point; amounts are calculated with 4 at most
findings-currency-digits-mend = Choose the currency in Settings, or write 0 to 4 digits in the plan file
findings-duplicate-id = { $item } shares its id with another item
findings-duplicate-id-mend = Give one of them another id in the plan file, or press "Mend" in the window
findings-below-curve = { $item } wins { $percent } less than its curve, by more than chance
findings-below-curve-mend = Find out what changed, or take over what its curve learned
findings-above-curve = { $item } wins { $percent } more than its curve, by more than chance
findings-above-curve-mend = Take over what its curve learned, and see whether more money belongs there
findings-unknown-id = { $kind ->
    [person] { $item }: names somebody who is no longer in the plan
    [function] { $item }: a KPI pulls against a function that is no longer in the plan
    [criterion] { $item } belongs to a criterion that is no longer in the plan
    [group] { $item } belongs to a group that is no longer in the plan
    [channel] { $item } has figures of a channel that is no longer in the plan
    [party] { $item } names a party that is no longer in the event
   *[event] { $item } belongs to an event that is no longer in the plan
  }
findings-unknown-id-mend = Choose another, or leave it empty
findings-field-class_a = close rate of class A
findings-field-class_b = close rate of class B
findings-field-value_a = value of a class-A customer
findings-field-value_b = value of a class-B customer
findings-field-lead_rate = lead rate
findings-field-sign_rate = close rate
findings-field-offsite_lead_rate = lead rate off site
findings-field-offsite_sign_rate = close rate off site
findings-field-reshare_rate = rate of passing on
findings-field-conversion = long-run conversion
findings-field-registrations_range = range of registrations
findings-field-spend = spend
findings-field-months = money of a month
findings-field-season = weight of a month
findings-field-carry_over = carry-over
findings-field-cash = cash of a month
findings-field-budget = budget
findings-field-step = step
findings-field-scenarios = amount
findings-field-min = minimum
findings-field-max = maximum
findings-field-cost_to_full = cost to full
findings-field-contacts = number of contacts
findings-field-audience = audience
findings-field-sharers = number of sharers
findings-field-value = value per customer
findings-field-cost = cost
findings-field-spread_days = spread in days
