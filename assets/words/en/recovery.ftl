# Unsaved work that is kept for the case that the program ends before it is saved.

recovery-title = Unsaved work
recovery-lead = The program ended before this was saved; look at it and recover it
recovery-row = { $when }, { $where }
recovery-row-name = Recover { $plan }…
recovery-row-no-file = not in any file yet
recovery-more = { $n ->
    [one] One more after these
   *[other] { $shown } more after these
}
recovery-title-of = Unsaved work: { $plan }
recovery-text = The program ended before this work was saved. It was kept last: { $when }.
recovery-in-no-file = This plan is in no file yet.
recovery-file-gone = This file is gone or cannot be read. The work is whole all the same; saving it writes the file anew.
recovery-file-changed = The file was changed after this work was begun. Recovering takes the work as it is; Undo brings back what the file holds now.
recovery-file-changed-merge = The file was changed after this work was begun. Merging keeps the changes of both; recovering takes the work as it is. Undo brings back what the file holds now.
recovery-all-work = All as in the unsaved work
recovery-in-file = In the file
recovery-work = Unsaved work
recovery-recover = Recover
recovery-later = Later
recovery-discard = Discard
recovery-step = Recover unsaved work
recovery-unreadable = Kept work that cannot be read, and stays where it is: { $why }
recovery-not-kept = Unsaved work cannot be kept for a crash: { $why }
