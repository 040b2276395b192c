# Words of the window's frame: top bar, rail, findings, questions.

window-untitled = Untitled plan
window-plan-menu = Plan: { $title }
window-unsaved = Not saved
window-unsaved-hint = Save the changes to the file
window-saved = Saved
window-saving = Saving…
window-writing = Writing { $file }…
window-writing-hint = The disk has not answered yet. You can go on working; what you change now is not part of it.
window-still-writing = Still writing
window-still-writing-text = { $path }: the disk has not answered yet. As soon as it has, the window goes on. Until then what was there stays as it was.
window-opening = Opening…
window-opening-text = { $path }: the disk has not answered yet. As soon as it has, the window goes on.
window-do-not-wait = Don't wait
window-not-saved-yet = Not saved yet
window-not-taken = { $text } was not taken: { $field }
window-typed-and-why = { $said }. { $why }
window-saved-without = Saved without { $text }: { $field }
window-step = { $command }: { $step }
window-reached = Share of the goal reached
window-not-compared = Goal cannot be compared yet
window-no-goal = No goal yet
window-reaches-likely = Reaches { $percent } of the { $goal }, { $chance } likely to reach it
window-reaches = Reaches { $percent } of the { $goal }
window-goal-of-customers = customer goal
window-goal-of-revenue = revenue goal
window-goal-of-share = share goal
window-tab-with-findings = { $tab }, { $findings }
window-all-findings = All findings
window-errors = { $n ->
    [one] error
   *[other] errors
}
window-warnings = { $n ->
    [one] warning
   *[other] warnings
}
window-advice = { $n ->
   *[other] advice
}
window-finding-alike = { $finding }, and { $n ->
    [one] one more like it
   *[other] { $n } more like it
  }
window-findings-unfold = Show all { $n }
window-findings-fold = Show one of { $n }
window-findings-of-kind = { $words }: { $finding }
window-own-all = Give all to { $person }
window-step-own-all = Give what nobody owns to whoever answers for the goal
window-mend = Mend
window-mend-named = Mend: { $finding }
window-step-title = Call the plan as its file
window-step-lead-path = Lead the path to the goal
window-step-own-ids = Give each item its own id
window-compare-title = Compare with a file
window-compare = This plan and { $name }
window-this-plan = This plan
window-take-over = Take over the other plan
window-step-take-over = Take over { $name }
window-open-title = Open a plan
window-save-title = Save the plan
window-no-native-dialog = This system offers no file dialog. Type the path or walk there; Enter confirms, Esc cancels.
window-folder-up = Up to { $folder }
window-folder-home = Home folder
window-folder-looking = Looking…
window-folder-empty = No folders and no such files here.
window-folder-unreadable = This folder cannot be read.
window-path = Path
window-unsaved-title = Save the changes to { $plan }?
window-unsaved-text = What was changed since the last saving is lost otherwise.
window-discard = Don't save
window-changed-outside = The file was changed by somebody else
window-changed-outside-text = { $path } is not as it was opened or saved here. Overwriting replaces what the other wrote.
window-both-changed-text = { $path } was changed while you have changes that are not saved. Merging keeps the changes of both.
window-theirs-not-known = What the file holds now is not known yet.
window-their-changes = Changed in the file
window-our-changes = Changed here
window-merge = Merge
window-merging = Merging…
window-merging-text = Plans of this size take longer. As soon as both are one, the window goes on.
window-merging-broke-down = The versions were not merged: this program has made a mistake; keep both, and report it
window-take-theirs = Take theirs
window-keep-copy = Save mine as a copy…
window-later = Later
window-clashes = { $n ->
    [one] Both sides changed the same thing
   *[other] Both sides changed the same { $shown } things
}
window-clashes-text = Everything else of both sides is merged. Choose which value counts here.
window-clashes-left = { $n ->
    [one] One to choose
   *[other] { $shown } to choose
}
window-ours = Here
window-theirs = In the file
window-all-ours = All as here
window-all-theirs = All as in the file
window-taken-in = What was changed in the file
window-step-take-in = Take in the changes of { $name }
window-step-merge = Merge with { $name }
window-elsewhere = Open twice
window-elsewhere-hint = Another window has this plan open too. Each is told what the other saves, and nothing is overwritten unasked.
window-outside-theirs = Changed outside
window-outside-theirs-hint = Somebody else changed the file. Saving asks before it replaces anything.
window-outside-taken-in = Changes from outside taken in
window-outside-taken-in-hint = Somebody else changed the file. Undo brings back what stood here before.
window-outside-gone = The file is gone
window-outside-gone-hint = Somebody deleted or renamed the file. Saving writes it again.
window-outside-folder-gone = The folder of the file is gone
window-outside-folder-gone-hint = Somebody deleted or renamed the folder. Save the plan elsewhere, or bring the folder back.
window-outside-unreadable = The file cannot be read
window-overwrite = Overwrite
window-replace = There is already a file of this name
window-replace-text = { $path }: Overwriting it loses what it holds.
window-other-name = Choose another name…
window-saved-but = Saved, with a remark
window-trouble = That did not work
window-understood = Understood
window-not-durable = The file is written, but the disk did not confirm it. Keep the computer switched on for a moment.
window-export-title = Write to a file
window-open = Open
