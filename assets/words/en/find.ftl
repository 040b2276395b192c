# The palette that finds everything by its name.

find-title = Find or do
find-hint = Find a command, a field, a channel, a person…
find-nothing = Nothing bears such a name
find-of = { $item }: { $field }
find-unnamed = Unnamed
find-scenarios = Scenarios
find-findings = Findings
find-months = Money by month

# Why a command cannot be run.
find-needs-plan = needs an open plan
find-nothing-next = nothing is left to do or to mend
find-nothing-to-undo = nothing to take back
find-nothing-to-redo = nothing was taken back
find-nothing-outside = nobody changed the file
find-first-bought = First bought
find-second-bought = Then bought
find-curve-ceiling = Ceiling of the curve
