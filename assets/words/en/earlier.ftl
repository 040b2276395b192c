# Earlier versions of a plan.

earlier-title = Earlier versions
earlier-text = Each save keeps what was there before. Restoring is one step that Undo takes back; the file changes only when you save.
earlier-none = No earlier versions yet: each save keeps what was there before.
earlier-looking = Looking for earlier versions…
earlier-reading = Reading…
earlier-saved = Saved
earlier-then = Then
earlier-now = This plan
earlier-restore = Restore
earlier-copy = Save a copy as…
earlier-step = Restore the version: { $when }
earlier-remove-title = Delete all earlier versions?
earlier-remove-text = Those of every plan go, not only of this one. The plans themselves stay as they are. This cannot be undone.
earlier-remove = Delete
