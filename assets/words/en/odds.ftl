# Words of the odds: ranges drawn, chances, what moves the result.

odds-chance-is = { $percent }
odds-chance-below = less than { $percent }
odds-chance-above = more than { $percent }

# Inputs, as they are called where no field stands beside them.
odds-input-registrations = Registrations
odds-input-lead-rate = Lead rate
odds-input-close-a = Class A close rate
odds-input-value-a = Class A value
odds-input-close-b = Class B close rate
odds-input-value-b = Class B value
odds-input-contacts = Contacts
odds-input-audience = Audience on site
odds-input-onsite-lead-rate = Lead rate on site
odds-input-onsite-sign-rate = Close rate on site
odds-input-value = Value per customer
odds-input-conversion = Long-run conversion
odds-input-sharers = Sharers
odds-input-friends = Friends of each
odds-input-offsite-lead-rate = Lead rate off site
odds-input-offsite-sign-rate = Close rate off site
odds-input-reshare-rate = Passed on again
odds-input-of = { $what }, { $item }

# On paper.
odds-heading = Odds
odds-draws = { $n ->
    [one] Drawn { $draws } times from { $ranges } estimate with a 90 % range, everything else at its likely value.
   *[other] Drawn { $draws } times from { $ranges } estimates with a 90 % range, everything else at its likely value.
}
odds-no-ranges = No estimate has a 90 % range yet, so there are no odds. Write a range such as 2%..5% into a field.
odds-likely = The chance of reaching it is { $chance }.
odds-result = Result
odds-p10 = 1 in 10 is below
odds-p50 = Half are below
odds-p90 = 9 in 10 are below
odds-chance = Reaches the goal
odds-roi = ROI of all money
odds-all-targets = All targets at once: { $percent }.
odds-chance-of = { $percent } ± { $error }
odds-movers = What moves it: { $measure }
odds-explains = Explains
odds-low-result = At its low end
odds-high-result = At its high end
odds-paper-ripple-sure = { $name }: the ROI is { $low }.
odds-paper-ripple = { $name }: eight times in ten the ROI lies between { $low } and { $high }.
odds-paper-mover = { $input } moves it most ({ $percent } of the spread).
odds-paper-reward = A reward may cost up to { $most } before sharing returns less than the funnel.
odds-paper-dies-out = The chain dies out: { $percent } likely.

# In the window.
odds-of-plan = Odds of the whole plan
odds-subtitle = { $unit }; { $drawn }, { $sure }
odds-subtitle-sure = ±{ $error } points
odds-subtitle-drawn = { $draws } draws
odds-subtitle-no-goal = { $unit }; { $drawn }
odds-write-a-range = Beside a number, write how low and how high it may be, such as 7..14: then the odds are drawn here.
odds-drawing = The odds are being drawn
odds-goal = goal { $amount }
odds-goal-short = goal
odds-fall-short = { $percent } fall short
odds-reach = reach it
odds-in-words = One time in ten below { $low }, half of the time below { $middle }, nine times in ten below { $high }; { $beyond } beyond { $end }
odds-beyond = { $percent } lie beyond
odds-what-moves = What moves it
odds-what-moves-subtitle = result at either end of the range
odds-nothing-moves = Nothing has a range yet
odds-share = share, %
odds-mover = { $name }: { $percent } % of the spread, { $low } to { $high }
odds-sharing-explains = The { $n } inputs of sharing explain { $percent } of the spread
odds-moves-roi = Moves its ROI most
odds-unit-customers = customers
