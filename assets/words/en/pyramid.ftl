# Words of the Pyramid tab.

pyramid-tab = Pyramid

# The sentence.
pyramid-sentence = { $first }; { $second }
pyramid-sentence-none = No level holds yet
pyramid-sentence-holds = Level { $level } holds
pyramid-sentence-all = All five levels hold
pyramid-sentence-cost = { $amount } { $currency } more reaches level { $level }
pyramid-sentence-short = level { $level } is { $short } short
pyramid-sentence-open = level { $level } is not answered yet
pyramid-sentence-partly = level { $level } has { $answered } of { $count } criteria answered
pyramid-sentence-empty = The pyramid is not assessed yet

# Assessments.
pyramid-new-assessment = New assessment
pyramid-assessment = Assessment shown
pyramid-remove-assessment = Remove the assessment of { $day }
pyramid-day = Day of the assessment
pyramid-day-taken = There is an assessment of that day already; choose it at the top, or write another day
pyramid-place = { $place } of { $count }
pyramid-no-assessment = none yet
pyramid-older = These are the answers of { $day }. Sentence, figures and cheapest step speak of the latest assessment, { $latest }.
pyramid-show-latest = Show the latest

# Figures.
pyramid-reached = Level reached
pyramid-reached-short = Reached
pyramid-of-levels = of { $count } levels
pyramid-score-of = Score of level { $level }
pyramid-short-of-threshold = { $short } below the threshold
pyramid-holds = holds
pyramid-not-answered = not answered yet
pyramid-mean = Mean of the levels
pyramid-mean-remark = beside the level, not instead
pyramid-mean-open = { $answered } of { $count } criteria answered
pyramid-least-cost = To level { $level } at least, { $currency }
pyramid-steps = { $n ->
    [one] one step
   *[other] { $n } steps
  }
pyramid-cost-unknown = costs are missing
pyramid-cost-open = answers are missing
pyramid-threshold = Threshold
pyramid-threshold-remark = from here a level holds
pyramid-threshold-at = threshold { $threshold }
pyramid-threshold-wrong = A threshold lies above 0 and at most at 1; write one such as 0.75

# The drawn pyramid and its history.
pyramid-level = Level { $level }
pyramid-level-holds = holds
pyramid-level-short = { $short } short
pyramid-level-locked = locked until level { $level } holds
pyramid-history = Scores of the levels, assessment by assessment

# Criteria.
pyramid-level-title = Level { $level } · { $name }
pyramid-criteria = { $n ->
    [0] no criteria
    [one] one criterion
   *[other] { $n } criteria
  }
pyramid-criteria-open = { $answered } of { $count } answered
pyramid-no-criteria = Nothing is asked on this level yet; four criteria or more make its score meaningful.
pyramid-add-criterion = Criterion
pyramid-criterion = Criterion
pyramid-criterion-unnamed = New criterion
pyramid-criterion-hint = What must be true for this level to hold?
pyramid-not-applicable = n/a
pyramid-cheapest = cheapest step
pyramid-blocker = blocker
pyramid-no-owner = nobody is responsible
pyramid-no-evidence = no evidence yet
pyramid-no-reason = no reason yet
pyramid-evidence-is = evidence: { $text }
pyramid-reason-is = not applicable: { $text }
pyramid-no-cost = cost to full is not known
pyramid-to-full = { $cost } to full
pyramid-to-full-gain = { $cost } to full, level { $gain }
pyramid-evidence = Evidence
pyramid-evidence-hint = What shows it?
pyramid-evidence-so-far = Evidence so far
pyramid-reason = Reason
pyramid-reason-hint = Why does it not apply?
pyramid-cost = Cost to full
pyramid-cost-hint = not known
pyramid-level-field = Level
pyramid-clear-answer = Clear the answer
pyramid-move-up = Move { $item } up
pyramid-move-down = Move { $item } down
pyramid-remove = Remove { $item }
pyramid-stray = Answers to { $criterion }

# The cheapest step.
pyramid-cheapest-title = Cheapest step
pyramid-change = { $from } → { $to }
pyramid-reaches-threshold = reaches the threshold
pyramid-no-steps = No open criterion of this level has a cost to full yet; type one to see the cheapest step.
pyramid-whole-way = Level { $level } takes several steps: { $list }; together { $cost }.
pyramid-answers-first = Level { $level } holds only once all its criteria are answered; { $answered } of { $count } are.
pyramid-beyond-steps = The steps with a known cost do not bring level { $level } to the threshold.
pyramid-worth = For { $unit }: { $gain }
pyramid-worth-other = { $criterion } { $gain }
pyramid-free = free
pyramid-list-comma = { ", " }
pyramid-list-semicolon = { "; " }

# Before anything is asked.
pyramid-empty-question = Which level do your customer relations stand on?
pyramid-empty-lines = Each level asks a few things, answered 0, ¼, ½ or 1. A level counts only when the ones below it hold, so the first that fails shows where to work next.
pyramid-empty-suggested = Begin with four questions a level
pyramid-empty-own = Write the first criterion yourself
pyramid-suggested-1-a = Customers use our service on their phone because it helps them
pyramid-suggested-1-b = The service works where customers already are
pyramid-suggested-1-c = Questions are answered where they are asked
pyramid-suggested-1-d = Customers come back without being called
pyramid-suggested-2-a = Half of the customer base is connected
pyramid-suggested-2-b = Most new followers come from the buying journey
pyramid-suggested-2-c = Half of those connected act at least once a month
pyramid-suggested-2-d = Zombie followers are cleared out regularly
pyramid-suggested-3-a = Social identities are joined to the customer records
pyramid-suggested-3-b = Tags and profiles tell customers apart
pyramid-suggested-3-c = Messages differ by group or person
pyramid-suggested-3-d = Customers agree to the use of their data
pyramid-suggested-4-a = Core customers are known and looked after
pyramid-suggested-4-b = Customers take part in innovation
pyramid-suggested-4-c = Customers help one another with the product
pyramid-suggested-4-d = Customers recommend or sell to others
pyramid-suggested-5-a = A business rests on the relationship itself
pyramid-suggested-5-b = Customers trust what we recommend beyond our product
pyramid-suggested-5-c = Word of mouth brings a fixed share of new customers
pyramid-suggested-5-d = Customer relations are measured and reported as an asset

# Names of steps, as they stand behind "Undo".
pyramid-step-suggested = Begin with suggested criteria
pyramid-step-add-criterion = Add a criterion
pyramid-step-change = Change { $criterion }
pyramid-step-answer = Answer { $criterion }
pyramid-step-evidence = Change evidence of { $criterion }
pyramid-step-threshold = Change the threshold
pyramid-step-day = Change the day of an assessment
