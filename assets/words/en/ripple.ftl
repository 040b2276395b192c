# Words of the Ripple tab.

ripple-tab = Ripple
ripple-which = Which ripple
ripple-unnamed = Unnamed
ripple-new-name = New ripple
ripple-numbers = Numbers
ripple-details = Details

# The sentence on top.
ripple-sentence-same = ROI stays at { $roi }: what follows the funnel brings no more customers yet
ripple-sentence-share = Sharing lifts ROI from { $from } to { $to } and brings { $more } more customers
ripple-sentence-follow = Following lifts ROI from { $from } to { $to } and brings { $more } more customers
ripple-sentence-funnel = The funnel alone has an ROI of { $roi }
ripple-sentence-lowers = The steps after the funnel lower ROI from { $from } to { $to }
ripple-sentence-no-cost = Type what the event costs to see its return

# Numbers.
ripple-input = Input
ripple-likely = likely
ripple-range-of = 90 % range of { $what }
ripple-write-a-range = Write a range such as 7..14, or leave it empty
ripple-likely-middle = Middle of the range as chances are drawn: of percentages on the scale of their odds, of other numbers by ratio. Half of the draws are below it. Type another if you know better.
ripple-range-hint = 90 % range: write 7..14, or nothing
ripple-cost = Cost
ripple-audience = Audience on site
ripple-lead-rate = Lead rate, %
ripple-sign-rate = Close rate, %
ripple-value = Value
ripple-conversion = Long-run conversion, %
ripple-follow-cost = Cost on top
ripple-vouchers = Vouchers
ripple-unit-cost = Cost of a voucher
ripple-sharers = Sharers
ripple-contacts = Friends of each
ripple-offsite-lead-rate = Off-site lead rate, %
ripple-offsite-sign-rate = Off-site close rate, %
ripple-reshare-rate = Passed on again, %
ripple-audience-limit = Audience limit
ripple-no-limit = none
ripple-generations = Rounds counted
ripple-onsite = On site as in

# Details.
ripple-date = Starts on
ripple-event = Belongs to the event
ripple-event-counted = Its own share of { $share } is in the allocation already; of the cost here only what is above it counts on top.
ripple-no-event = no event of the plan
ripple-timing = Revenue by month, in parts
ripple-all-at-once = All at once, in the month it starts
ripple-more-months = Month
ripple-fewer-months = Last month
ripple-part-of = Part of { $month }
ripple-stages = Stages of the customer loop

# From funnel to ripple.
ripple-steps = From funnel to ripple
ripple-steps-subtitle = ROI on top of revenue, { $unit }
ripple-on-site = on site
ripple-added = added by the ripple
ripple-people = People reached

# What sharing adds.
ripple-adds = What sharing adds
ripple-adds-subtitle = to the people on site
ripple-without = on site alone
ripple-with = with sharing
ripple-added-short = added
ripple-per-customer = Per customer
ripple-no-share = Some of the audience tell their friends for a reward. Add the share step to see what that brings.
ripple-dearest = Up to { $most } each, now { $now }: from there on the ROI of sharing is below the { $roi } of the funnel.
ripple-too-dear = Now { $now } each. Above { $most } the ROI of sharing is below the { $roi } of the funnel.
ripple-reward-bar = Cost of a reward against the most it may cost

# If friends pass it on.
ripple-spread = If friends pass it on
ripple-spread-subtitle = people reached, by round
ripple-rate = R { $rate }
ripple-rate-of = R { $rate } of { $limit }
ripple-rate-own = R { $rate }, this plan
ripple-no-rounds = Without a share step nobody off site is reached.
ripple-rounds = Round by round
ripple-round = Round
ripple-newly = newly reached
ripple-so-far = reached so far
ripple-nobody-passes-on = Friends do not pass it on again: one round, and it ends.
ripple-fades = Each { $people } people reached bring { $more } more: it fades, and after { $n ->
    [one] 1 round
   *[other] { $rounds } rounds
  } nine in ten are reached.
ripple-ends = Each { $people } people reached bring { $more } more: it ends when about { $reached } of { $limit } are reached.
ripple-ends-with-all = Each { $people } people reached bring { $more } more: it ends when all { $limit } are reached.
ripple-stays = Each { $people } people reached bring { $more } more: on average every round is as large as the last.
ripple-grows = Each { $people } people reached bring { $more } more: it grows without end.
ripple-lasts = Each { $people } people reached bring { $more } more: it goes on for more than { $rounds } rounds.
ripple-reward = Rewards
ripple-offsite-people = Off-site friends reached
ripple-r = R, passed on × friends
ripple-dies-out = Chain dies out
ripple-certain = certain
ripple-hardly-ever = hardly ever

# Undo steps.
ripple-step-change = Change { $what } of { $item }
ripple-step-rename = Rename ripple
ripple-step-add = Add ripple
ripple-step-add-follow = Add follow step
ripple-step-add-share = Add share step
ripple-step-remove-follow = Remove follow step
ripple-step-remove-share = Remove share step

# Before there is a ripple.
ripple-empty-title = No ripple yet
ripple-empty-question = What if the people at an event told their friends?
ripple-empty-lines = An event for leads is a funnel: few come, fewer sign. Keep them as followers, reward those who tell others, and the same event reaches many more. Type a few numbers to see what that adds.
ripple-empty-begin = Add the first ripple
ripple-empty-about-1 = what the event costs, who comes, how many become leads and sign
ripple-empty-about-2 = how many of all who came sign in the long run
ripple-empty-about-3 = who tells their friends for a reward, and how many of those sign
ripple-example = The example of the method
ripple-example-subtitle = an event sponsored for leads, CNY
ripple-example-funnel = Funnel: 200 on site, 10 % become leads, 10 % of those sign
ripple-example-follow = Follow: 2 % of them sign in the long run
ripple-example-share = Share: 100 tell 50 friends each for a voucher of 500
ripple-roi = ROI
ripple-reward-limit = What a reward may cost
