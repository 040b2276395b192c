# Words of the command line.

command-help-head = Ripple Planner { $version }: plans a B2B marketing quarter or year
command-help-window = Opens the window; without PLAN the start page
command-help-new = Writes a new plan file, never over an existing one
command-help-summary = Writes the summary of a plan
command-help-check = Says what to mend in a plan
command-help-solve = Calculates a ripple, JSON in and JSON out
command-help-schema = Prints the JSON Schema of the summary
command-help-formats = text (default), markdown, csv, json
command-help-stdin = Text goes to standard output, or with --output into a file
command-help-status = Exit status: 0 done, 1 the answer is no, 2 bad usage or a file that cannot be read or written
command-blank-title = New plan
command-finding = { $severity }: { $message } ({ $place })
command-unknown-command = "{ $name }" is no command; see ripple-planner --help
command-unknown-option = { $name } is no option here; see ripple-planner --help
command-value-missing = { $name } needs a value; see ripple-planner --help
command-unexpected = "{ $word }" is one word too many; see ripple-planner --help
command-missing = { $name } is missing; see ripple-planner --help
command-not-one-of = "{ $value }" is not known here; choose one of: { $allowed }
command-not-yet = "{ $name }" is not available in this version
command-output-is-plan = { $path }: this is the plan itself; write the summary to another file
command-outside = { $field }: { $value } lies outside { $low } to { $high }; write a number between
command-ripple-no-follow = share.onsite: "follow" needs a follow step; add "follow" or write "funnel"
command-ripple-endless = The result is beyond all numbers; state share.audience_limit or fewer generations
