# Words of the suggested allocation: before and after, proof, frontier.

proposal-suggest = Suggest best allocation…
proposal-title = Proposal
proposal-best-months = Best months
proposal-close = Close the proposal
proposal-same-money = Same money, { $more }
proposal-buys = { $spend } buy { $won }
proposal-costs = { $won } for { $spend }
proposal-nothing-better = This split is the best for its money
proposal-nothing-better-unproven = Nothing better was found
proposal-buys-nothing = No split of this money buys anything yet
proposal-infeasible = No split keeps all limits
proposal-working = Looking for the best allocation…
proposal-broken = The calculation broke down; change something to try again

# The question

proposal-given = Given
proposal-given-budget = Budget
proposal-given-result = Result
proposal-given-ways = 3 ways
proposal-budget = Budget of the proposal
proposal-result = Result of the proposal, { $objective }
proposal-as-now = As now

# Before and after

proposal-column = { $objective ->
    [leads] leads
    [customers] customers
    [revenue] revenue
   *[registrations] reg.
  }
proposal-unit = { $objective ->
    [leads] leads
    [customers] customers
    [revenue] revenue, { $unit }
   *[registrations] reg.
  }
proposal-now = now, { $unit }
proposal-proposed = proposed
proposal-row-hover = { $name }: now { $before }, proposed { $after }
proposal-row-buys = { $won }, { $average } { $unit } each, the next { $amount } buys { $next }
proposal-row-buys-nothing = nothing yet, the next { $amount } buys { $next }
proposal-unmoved = Unchanged
proposal-nothing-moves = No channel changes

# The proof

proposal-proven = Proven best: no split brings more than { $bound }, gap { $gap }
proposal-proven-least = Proven best: { $won } cost { $bound } at least, gap { $gap }
proposal-unproven = Not proven: the search was ended; a split may bring { $gap } more, never over { $bound }
proposal-unproven-least = Not proven: the search was ended; a split may cost { $gap } less, never under { $bound }
proposal-binds = binding: { $limits }
proposal-binds-more = { $limits } and { $n } more
proposal-and = {", "}
proposal-semicolon = {"; "}
proposal-locked = locks kept
proposal-kept = { $n ->
    [one] { $names } keeps its money and counts for nothing: its curve cannot be used
   *[other] { $names } keep their money and count for nothing: their curves cannot be used
  }
proposal-kept-name = { $name }
proposal-less-revenue = Brings { $amount } less revenue than now
proposal-unspent = { $left } of { $budget } stay unspent: { $why ->
    [maximum] the maximums hold no more
   *[nothing] within the limits they would bring nothing more
}
proposal-leads = leads { $before } → { $after }
proposal-limit-budget = budget
proposal-limit-cost = cost target
proposal-limit-cash = cash of { $month }
proposal-limit-group-min = { $name } minimum
proposal-limit-group-max = { $name } maximum
proposal-next = The next { $amount } buys { $more }, best spent on { $name }
proposal-explained = What the limits cost
proposal-explained-says = without them, with the same money
proposal-explained-says-least = without them, for the same result
proposal-no-limit-costs = No limit costs anything; only the money does
proposal-adopt = Adopt
proposal-keep = Keep as scenario
proposal-is-kept = Kept
proposal-keep-hint = A scenario beside the plan, to compare it with others: in the top bar
proposal-named-most = Best split of { $spend }
proposal-named-months = Best months for { $spend }
proposal-named-least = Least money: { $spend }
proposal-limits = Limits…
proposal-discard = Discard
proposal-step-adopt = Adopt the proposal
proposal-use-budget = Use { $budget }
proposal-use-result = Use { $result }
proposal-mend-limits = Change the limit…

# Frontier

proposal-frontier = Frontier
proposal-frontier-says = { $objective ->
    [leads] most leads for a budget
    [customers] most customers for a budget
    [revenue] most revenue for a budget, { $unit }
   *[registrations] most registrations for a budget
  }
proposal-frontier-name = Budget on the frontier
proposal-frontier-hint = { $budget }: { $won }; click to see its split
proposal-frontier-none = No budget keeps all limits
proposal-frontier-too-long = Other budgets take too long to search over months
proposal-over-months = Money was sought over channels and months. An even spread gives each channel the same in all months in which it can run
proposal-pulses-more = { $n ->
    [one] One more channel is spent on in some months alone
   *[other] { $n } more channels are spent on in some months alone
}
proposal-frontier-best = proposed { $value }
proposal-frontier-now = now { $value }
proposal-frontier-less = { $objective ->
    [revenue] as much for { $amount } less
   *[registrations] as many for { $amount } less
  }
proposal-best = best { $value }
proposal-response = Response
