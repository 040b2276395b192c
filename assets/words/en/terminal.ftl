# Words of the command line.

terminal-help-head = Ripple Planner { $version }: plans a B2B marketing quarter or year
terminal-help-window = Opens the window; without PLAN the start page
terminal-help-new = Writes a new plan file, never over an existing one
terminal-help-summary = Writes the summary of a plan
terminal-help-check = Says what to mend in a plan
terminal-help-solve = Calculates a ripple, JSON in and JSON out
terminal-help-schema = Prints the JSON Schema of the summary
terminal-help-formats = text (default), markdown, csv, json
terminal-help-stdin = Text goes to standard output, or with --output into a file
terminal-help-status = Exit status: 0 done, 1 the answer is no, 2 bad usage or a file that cannot be read or written
terminal-blank-title = New plan
terminal-finding = { $severity }: { $message } ({ $place })
terminal-unknown-command = "{ $name }" is no command; see ripple-planner --help
terminal-unknown-option = { $name } is no option here; see ripple-planner --help
terminal-value-missing = { $name } needs a value; see ripple-planner --help
terminal-unexpected = "{ $word }" is one word too many; see ripple-planner --help
terminal-missing = { $name } is missing; see ripple-planner --help
terminal-not-one-of = "{ $value }" is not known here; choose one of: { $allowed }
terminal-not-yet = "{ $name }" is not available in this version
terminal-output-is-plan = { $path }: this is the plan itself; write the summary to another file
terminal-outside = { $field }: { $value } lies outside { $low } to { $high }; write a number between
terminal-ripple-no-follow = share.onsite: "follow" needs a follow step; add "follow" or write "funnel"
terminal-ripple-endless = The result is beyond all numbers; state share.audience_limit or fewer generations
