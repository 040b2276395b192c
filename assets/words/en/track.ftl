# Words of the Track tab.

track-tab = Track

# Head.
track-nothing-yet = What happened, against the plan
track-sentence = By the end of { $month } { $spend } of the money bought { $registrations } of the registrations
track-sentence-goal = { $so_far }; at this pace the goal is reached to { $reached }
track-sentence-likely = { $so_far }; at this pace the goal is reached to { $reached }, { $chance } likely
track-shows = Shows
track-so-far = So far
track-replan = Re-plan the rest…
track-by-month = By month

# Before anything has happened.
track-empty-question = What has happened so far?
track-empty-lines = Type what each channel spent and won in the months that are over, paste a block out of a spreadsheet, or import reports of advertising platforms. The plan is then held against it.
track-empty-no-channels = Months are typed channel by channel, and this plan has no channel yet.
track-empty-begin = Type months
track-empty-add-channels = Go to the channels
track-empty-example = Open the worked case after five months
track-step-1 = Type months
track-step-1-words = Money and registrations of each channel; leads, customers and revenue where they are known.
track-step-2 = Compare
track-step-2-words = Each channel against its plan and its curve. A difference is called one only when it is more than chance.
track-step-3 = Learn
track-step-3-words = The months say what a curve is really like; take it over with one click.

# Months that are over.
track-through = Months that are over
track-through-month = to the end of { $month }
track-through-none = none
track-through-known = As known: { $month }
track-step-through = Change the months that are over

# The figure.
track-figure = Plan and reality
track-figure-money = { $unit }, added up
track-figure-counted-fan = added up; light: 80 % of what is to come
track-figure-counted = of all channels, added up
track-figure-contributed = contributed, { $unit }, added up
track-figure-fan = contributed; light: 50 % and 90 % to come
track-followed = Compared
track-spend = Money
track-end-plan = plan { $amount }
track-end-path = goal's path { $amount }
track-end-real = real { $amount }
track-end-expected = expected { $amount }
track-over = { $months ->
    [one] { $over } of { $months } month is over
   *[other] { $over ->
      [one] 1 of { $months } months is over
     *[other] { $over } of { $months } months are over
    }
  }
track-nothing-known = Nothing of it is known yet: { $what }
track-month-real = By the end of { $month }: planned { $planned }, real { $real }
track-month-to-come = By the end of { $month }: planned { $planned }, expected { $real }

# What months say of a curve.
track-curve = { $channel }: what its curve learns
track-curve-subtitle = a month; registrations by { $unit }
track-curve-learning = The curves are learning…
track-curve-none = It has no curve that could learn.
track-curve-state = State its curve…
track-curve-no-months = Of none of its months both money and registrations are known, so its curve has nothing to learn from.
track-curve-learned = Its curve has learned to the end of { $month }. What becomes known of these months from now on is not learned any more.
track-as-guessed = as guessed
track-as-learned = as learned
track-as-stated = as it stands
track-ceiling = Ceiling, whole time
track-half = Half spend, whole time
track-shape = Steepness
track-cost = One registration
track-at-present = At the planned money
track-was = was { $was }
track-range = 90 %: { $range }
track-learned-before = { $n ->
    [one] 1 month was learned before
   *[other] { $n } months were learned before
  }
track-take-over = Take over
track-take-over-all = Take over all { $n }
track-step-take-over = Take over what the curve of { $channel } learned
track-step-take-over-all = Take over what { $n } curves learned

# The table of channels.
track-channels = Channels to the end of { $month }
track-channels-none = Channels
track-channels-subtitle = planned, real, and in % of the plan; amounts in { $unit }
track-head-channel = Channel
track-head-spend =
  Money
  plan
track-head-registrations =
  Registrations
  plan
track-head-each =
  Each
  plan
track-head-real = real
track-head-says = What the difference says
track-more = { $percent } more than its curve
track-times = { $times } times its curve
track-less = { $percent } less than its curve
track-within-chance = within chance of its curve
track-too-little = too little to say anything
track-known = { $known } of { $over } months known
track-says-and = { $says }; { $known }
track-incomplete = { $n ->
    [one] of 1 channel not all is known
   *[other] of { $n } channels not all is known
  }
track-kpi = { $value } on { $day }, { $planned } planned by then, { $target } in the end
track-kpi-read = { $value } on { $day }
track-kpi-unread = not read yet; { $target } in the end

# The grid of months.
track-grid-money = { $unit }; a block out of a spreadsheet goes into its first cell
track-grid-counted = a block out of a spreadsheet goes into its first cell
track-typed = Typed
track-stray = { $n ->
    [one] What is known of a channel no longer in the plan counts for nothing
   *[other] What is known of { $n } channels no longer in the plan counts for nothing
  }
track-remove-stray = Take it out
track-cell = { $what } of { $channel }, { $month }
track-earlier-months = Earlier months
track-later-months = Later months
track-step-type = Type { $figure }
track-step-paste = { $n ->
    [one] Paste 1 figure: { $what }
   *[other] Paste { $n } figures: { $what }
  }

# Readings.
track-readings = Readings
track-readings-subtitle = the last one added first
track-readings-none = Nothing was read yet. What there is to read stands at the right; or add one and give it a name.
track-add-reading = Reading
track-reading-day = Day
track-reading-name = What was read
track-reading-value = Value
track-reading-hint = Name, with its unit
track-reading-of = { $what } of { $name }, { $day }
track-remove-reading = Remove { $name } of { $day }
track-step-reading = Change reading of { $name }
track-step-add-reading = Add reading of { $name }
track-offered = What there is to read
track-offered-subtitle = KPIs of tasks, word of mouth and the team
track-offered-read = last read
track-offered-planned = planned by then
track-offered-target = in the end
track-read = Add reading of { $name }
track-step-paste-readings = { $n ->
    [one] Paste 1 cell of readings
   *[other] Paste { $n } cells of readings
  }
