# Words of the Topics tab.

topics-tab = Topics

# What the calendar comes to
topics-none = No topic is planned yet
topics-flat = No topic has a peak yet
topics-no-events = No event has a day yet
topics-carried = { $event } is carried by the topics
topics-all-carried = { $ripples ->
    [0] { $events ->
        [2] Both events
       *[other] All { $events } events
    }
   *[other] { $events ->
        [0] { $ripples ->
            [2] Both ripples
           *[other] All { $ripples } ripples
        }
        [one] The event and { $ripples ->
            [one] the ripple
           *[other] the { $ripples } ripples
        }
       *[other] The { $events } events and { $ripples ->
            [one] the ripple
           *[other] the { $ripples } ripples
        }
    }
} are carried by the topics
topics-too-weak = { $event } gets only { $share } of the highest attention
topics-peaks = { $topic } peaks { $span } { $event }
topics-after = { $n ->
    [one] 1 day after
   *[other] { $n } days after
}
topics-before = { $n ->
    [one] 1 day before
   *[other] { $n } days before
}

# Empty
topics-begin = Which topics carry your events?
topics-begin-lines = Attention rises and falls around a day. A topic is there to support an event: its curve should carry the day the event takes place.
topics-begin-add = Add the first topic
topics-step-1 = Topics
topics-step-1-words = Say when attention peaks, how high, and how wide it spreads
topics-step-2 = Events
topics-step-2-words = Events and ripples with a day stand on the same calendar
topics-step-3 = Shift
topics-step-3-words = Where an event gets too little, you see how many days to move

# The year
topics-year = The year
topics-period = The planned time
topics-year-words = page views a day by topic
topics-key-selected = selected
topics-key-others = others
topics-key-sum = sum
topics-half = half of the peak, { $value }
topics-level = { $share } of the peak, { $value }
topics-day-and-owner = { $day }, { $owner }
topics-select = Select { $topic }
topics-add = Topic
topics-new = New topic
topics-unnamed = Unnamed topic
topics-previous = Previous topic
topics-next = Next topic

# Close up
topics-close-up = peak { $peak }, spread { $days } days
topics-not-drawn = Type the day of its peak, how high it is and over how many days it spreads, and it is drawn here.
topics-edit = Edit
topics-edit-named = Edit { $topic }
topics-phase = { $phase }: { $from } to { $to }
topics-now = now { $value }
topics-then = then { $value }
topics-earlier = { $n ->
    [one] 1 day earlier
   *[other] { $n } days earlier
}
topics-later = { $n ->
    [one] 1 day later
   *[other] { $n } days later
}
topics-move-earlier = { $n ->
    [one] Move 1 day earlier
   *[other] Move { $n } days earlier
}
topics-move-later = { $n ->
    [one] Move 1 day later
   *[other] Move { $n } days later
}
topics-gets = { $event } gets { $share }, it needs { $need }
topics-gets-but = { $event } gets { $share }, it needs { $need }
topics-carried-words = It is carried
topics-then-gets = { $span } it gets { $share }; nothing else moves
topics-then-too-little = { $span } it gets { $share }, still too little
topics-raise = The peak stands on its day already: raise it, or widen its spread
topics-carries-nothing = This topic is meant for no event; it keeps attention up

# Details of a topic
topics-details = Topic
topics-field-of = { $field } of { $topic }
topics-peak-day = Peak day
topics-peak = Peak, page views a day
topics-spread = Spread, days
topics-spread-positive = The spread must be above 0 days
topics-carries = Meant for
topics-nothing = No event
topics-up = Move up
topics-down = Move down
topics-named = { $action }: { $topic }

# Phases
topics-rules = Phases
topics-carries-from = An event is carried from this share of the highest attention on
topics-phases-words = When each phase begins, in spreads before (−) or after the peak
topics-phases-end = End
topics-phases-in-order = Each phase begins after the one before it
topics-phase-begins = Begin of { $phase }
topics-restore = Restore the method's

# 7S
topics-seven-s = 7S of content
topics-seven-s-words = state, next step, owner
topics-seven-s-sum = { $sum } of 7
topics-state = State
topics-state-now = { $name }: { $state }
topics-next-step = Next step

# Media mix
topics-media = Media mix
topics-media-words = by media type
topics-media-money = Money, { $unit }
topics-media-empty = No money is placed yet. Each channel says whether it is paid, owned or earned.
topics-media-costs = A registration costs, { $unit }
topics-media-costs-with-events = A registration costs, events included, { $unit }
topics-to-channels = To the channels

# Customer loop
topics-loop = Customer loop
topics-loop-words = what serves each stage
topics-loop-served = { $served } of 7
topics-loop-stages = stages served
topics-online = online
topics-both = both
topics-offline = offline
topics-stage-search = Search, involvement
topics-stage-loyalty = Loyalty, sharing
topics-no-channel = no channel serves it
topics-no-channels = No channel is in the plan yet
topics-more = and { $n } more
topics-choose = Choose a channel…
topics-choose-for = Choose a channel for { $stage }
topics-stage-words = which channels serve it
topics-stage-also = Also { $names }; events and ripples name their stages on their own tabs
topics-ratio = only their ratio counts

# Six circles
topics-circles = Six circles
topics-circles-words = how many people stand in each, outside in
topics-prospects = Prospects
topics-close-customers = Close customers
topics-people-in = People in { $circle }

# Steps to undo
topics-change-add = Add topic
topics-change-remove = Remove { $topic }
topics-change-order = Change order of { $topic }
topics-change-move = Move { $topic }
topics-change-field = Change { $field } of { $topic }
topics-change-carries-from = Change what carries an event
topics-change-phase = Change begin of { $phase }
topics-change-restore = Restore the phases
topics-change-stage = Change what serves { $stage }
topics-change-weights = Change where { $stage } happens
topics-change-circle = Change people in { $circle }
