# Unsaved work that is kept for the case that the program ends before it is saved.

recovery-not-kept = Unsaved work cannot be kept for a crash: { $why }
