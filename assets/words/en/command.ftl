# Names of the commands.

command-new = New blank plan
command-new-from-worked-case = New from the worked case
command-new-from-tracked-case = New from the worked case after five months
command-open = Open…
command-save = Save
command-save-as = Save as…
command-compare = Compare with a file…
command-versions = Earlier versions…
command-show-outside = Show what differs
command-close = Close plan
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-switch-language = Switch to Chinese
command-switch-theme = Switch light and dark
command-print = Print…
