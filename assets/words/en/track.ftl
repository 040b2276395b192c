# Words of the Track tab.

track-tab = Track

# Head.
track-nothing-yet = What happened, against the plan
track-sentence = By the end of { $month } { $spend } of the money bought { $registrations } of the registrations
track-sentence-goal = { $so_far }; at this pace the goal is reached to { $reached }
track-sentence-likely = { $so_far }; at this pace the goal is reached to { $reached }, { $chance } likely
track-shows = Shows
track-so-far = So far
track-by-month = By month

# Before anything has happened.
track-empty-question = What has happened so far?
track-empty-lines = Type what each channel spent and won in the months that are over, or paste a block out of a spreadsheet. The plan is then held against it.
track-empty-no-channels = Months are typed channel by channel, and this plan has no channel yet.
track-empty-begin = Type months
track-empty-add-channels = Go to the channels
track-step-1 = Type months
track-step-1-words = Money and registrations of each channel; leads, customers and revenue where they are known.
track-step-2 = Compare
track-step-2-words = Each channel against its plan and its curve. A difference is called one only when it is more than chance.
track-step-3 = Learn
track-step-3-words = The months say what a curve is really like.

# Months that are over.
track-through = Months that are over
track-through-month = to the end of { $month }
track-through-none = none
track-through-known = As known: { $month }
track-step-through = Change the months that are over

# The figure.
track-figure = Plan and reality
track-figure-money = { $unit }, added up
track-figure-counted = of all channels, added up
track-figure-contributed = contributed, { $unit }, added up
track-figure-fan = contributed, { $unit }; light: 50 % and 90 % of what is still to come
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
track-cell = { $what } of { $channel }, { $month }
track-earlier-months = Earlier months
track-later-months = Later months
track-step-type = Type { $figure }
track-step-paste = { $n ->
    [one] Paste 1 figure: { $what }
   *[other] Paste { $n } figures: { $what }
  }
track-block-too-wide = Nothing was taken: the block has { $columns ->
    [one] 1 column
   *[other] { $columns } columns
  }, and from this month on there { $room ->
    [one] is 1 month
   *[other] are { $room } months
  }. Begin in an earlier month, or copy fewer columns
track-block-too-tall = Nothing was taken: the block has { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  }, and from this channel on there { $room ->
    [one] is 1 channel
   *[other] are { $room } channels
  }. Begin higher up, or copy fewer rows
track-block-unreadable = Nothing was taken. Row { $row }, column { $column } of the block: { $why }
track-block-unreadable-more = { $n ->
    [one] Nothing was taken. Row { $row }, column { $column } of the block: { $why } (and 1 more)
   *[other] Nothing was taken. Row { $row }, column { $column } of the block: { $why } (and { $n } more)
  }
