# What to do next in a plan that is being begun.

next-title = Next: { $step }
next-later = Not now
next-later-event = There is none

next-goal = What is the plan to reach?
next-goal-says = Everything else refers to the one goal: mobile-social customers and the revenue they contribute. Type what the plan is to reach in its period.
next-goal-go = Set the goal

next-owner = Who answers for the goal?
next-owner-says = One person answers for the goal, the others help. Type a name; your own, if there is nobody else yet.
next-owner-go = Name somebody

next-channel = Where could the money go first?
next-channel-says = A channel is anything that money is spent on to reach people: search advertising, a feed, a fair. Begin with the one you know best.
next-channel-go = Add a channel

next-money = How much does { $item } get?
next-money-says = The money of the whole period. A round figure will do; a better split can be found later.
next-money-go = Type the amount

next-brings = What does the money of { $item } bring?
next-brings-says = Say what you remember: so much was spent and so many people registered, last year or in any other.
next-brings-go = Say what it brings

next-lead-rate = How many of those who register become leads?
next-lead-rate-says = Of 100 people who register, how many can sales talk to? Type it in percent.
next-lead-rate-go = Type the rate

next-close-rate = How many leads sign?
next-close-rate-says = Of 100 leads, how many become customers? Type it in percent.
next-close-rate-go = Type the rate

next-value = What is a customer worth?
next-value-says = The revenue of one customer in the period of the plan.
next-value-go = Type the amount

next-event = Is there an event whose cost partners share?
next-event-says = Partners can share the cost of an event. Add the event, its parties and its cost.
next-event-go = Add an event

next-assessment = Which level of the pyramid holds?
next-assessment-says = Five levels from a useful service to customers as the core asset. Answer the criteria of each, from the bottom up.
next-assessment-go = Assess the pyramid

next-topics = What will people talk about, and when?
next-topics-says = Attention rises and falls. Add the topics that are to carry the plan, each with the day of its peak.
next-topics-go = Add topics

next-hand-over = Who is to read the plan?
next-hand-over-says = Nothing is left to mend. Say who is to read it, look at the pages and print them.
next-hand-over-go = Hand it over
