# Words of the Overview tab.

overview-tab = Overview
overview-reaches-likely = This plan reaches { $percent } of the { $goal } and is { $chance } likely to reach it
overview-reaches = This plan reaches { $percent } of the { $goal }

# The chain from money to goal
overview-step-money = Money, { $unit }
overview-step-reached = Registrations and contacts
overview-step-leads = Leads
overview-step-customers = New customers
overview-step-revenue = New revenue, { $unit }
overview-step-contributed = Contributed revenue, { $unit }
overview-ripple-source = Ripple
overview-missing = missing
overview-this-plan = this plan
overview-baseline = baseline
overview-each = { $unit } each
overview-become-leads = become leads
overview-sign = sign
overview-narrowest = Narrowest place
overview-would-reach = { $value } here would reach the goal
overview-most-to-win = Here most is to be won

# The goal's measures
overview-goal = Goal
overview-measure = Mobile-social
overview-share = Share
overview-expected = expected
overview-goal-short = goal
overview-reached = reached, %
overview-drawn = Expected uses the likely values; the odds come from { $draws } draws
overview-spread = { $measure }: P10 { $p10 }, P50 { $p50 }, P90 { $p90 }
overview-revenue-in = Revenue, { $unit }
overview-likely = Expected uses the likely values

# Eight questions
overview-questions = Eight questions
overview-link = { $tab }: { $question }
overview-events = Event

overview-ask-goal = Does it tie out?
overview-goal-open = No goal is set yet
overview-goal-incomplete = Too little is typed to compare both sides
overview-goal-ties = Yes: { $customers } × { $value } = { $share } × { $total }
overview-goal-clashes = No: by customers { $customers }, by share { $share }

overview-ask-team = Who is accountable?
overview-team-open = Nobody is in the team yet
overview-team-nobody = Nobody yet
overview-team-complete = all functions are taken
overview-team-no-functions = no function is in the plan yet
overview-team-gap = nobody yet for { $function }
overview-team-gaps = nobody yet for { $n } functions
overview-team = { $owner }; { $gap }
overview-team-pulling = { $owner }; { $gap }, { $n ->
    [one] 1 KPI pulls elsewhere
   *[other] { $n } KPIs pull elsewhere
}

overview-ask-pyramid = Which level holds?
overview-pyramid-open = Not assessed yet
overview-pyramid-level = Level { $level } of 5
overview-pyramid-steps = { $n ->
    [one] 1 criterion
   *[other] { $n } criteria
}
overview-pyramid-cheapest = { $level }; { $cost } on { $on } wins level { $next }
overview-pyramid-next = { $level }; next is level { $next }

overview-ask-money = Is there a better split?
overview-money-open = No channel is in the plan yet
overview-money-too-large = A sum of money is too large to calculate with
overview-money-none = No money is given to a channel yet
overview-money = { $spend } buy { $registrations } registrations, { $cost } each
overview-money-with-events = { $spend } buy { $registrations } registrations, { $cost } each with events
overview-money-better = Yes: the same { $spend } buys { $more }
overview-money-better-less-revenue = It could buy { $more }, but bring { $lost } less revenue
overview-money-best = No split of { $spend } brings noticeably more
overview-money-best-found = None was found that brings noticeably more
overview-money-no-registrations = { $spend } are placed, without registrations so far

overview-ask-events = Is sharing fair?
overview-events-open = No shared event is in the plan yet
overview-events-no-cost = Nobody shares a cost yet
overview-events-unsplit = { $n ->
    [one] The cost of 1 event cannot be shared yet
   *[other] The cost of { $n } events cannot be shared yet
}
overview-events-pay = { $n ->
    [one] 1 party; we pay { $own } instead of { $alone }
   *[other] { $n } parties; we pay { $own } instead of { $alone }
}
overview-events-pay-only = { $n ->
    [one] 1 party; we pay { $own }
   *[other] { $n } parties; we pay { $own }
}
overview-events-gain = { $n ->
    [one] 1 party; we gain { $own }
   *[other] { $n } parties; we gain { $own }
}
overview-events-fair = { $pay }, fair to all
overview-events-unfair = { $pay }, { $n ->
    [one] 1 pays more than alone
   *[other] { $n } pay more than alone
}

overview-ask-ripple = What does sharing add?
overview-ripple-open = No ripple is in the plan yet
overview-ripple-nothing = No revenue comes of it yet
overview-ripple-odds = ROI { $from } → { $to }; eight times in ten between { $low } and { $high }
overview-ripple = ROI { $from } → { $to }, { $reached } more people reached
overview-ripples = { $n ->
    [one] 1 ripple brings { $customers } customers
   *[other] { $n } ripples bring { $customers } customers
}

overview-ask-topics = Do they carry the event?
overview-topics-open = No topic is in the plan yet

overview-ask-summary = Can I hand it over?
overview-summary-open = Not yet: answer the first four questions
overview-summary-ready = Yes: nothing is left to mend
overview-summary-warnings = { $n ->
    [one] Yes; 1 warning stays open
   *[other] Yes; { $n } warnings stay open
}
overview-summary-errors = { $n ->
    [one] Not yet: mend 1 error first
   *[other] Not yet: mend { $n } errors first
}
