# Printers, jobs and what becomes of them.

printing-done = Printed on { $printer }
printing-waiting = The job { $job } still waits in the queue of { $printer }
printing-held = The job { $job } is held in the queue of { $printer } until somebody releases it
printing-stopped = The printer { $printer } is stopped; the job { $job } waits until it goes on
printing-cancelled = The job { $job } on { $printer } was cancelled
printing-failed = { $printer } could not print the job { $job }
printing-left = The job { $job } has left the queue of { $printer }, which does not say how it ended
printing-opened = The pages are open in your PDF viewer; print them from there
printing-reason = { $sentence }: { $why }
printing-no-program = nothing can be printed: the program { $program } is not installed (package cups-client); write a PDF instead
printing-not-running = nothing can be printed: the printing system CUPS does not run; start it, or write a PDF instead
printing-no-printer = there is no printer; add one in the system's settings, or write a PDF instead
printing-no-default = no printer is the default; name one of: { $printers }
printing-unknown = there is no printer "{ $name }"; there are: { $printers }
printing-unknown-of-none = there is no printer "{ $name }", nor any other; add one in the system's settings, or write a PDF instead
printing-refused = not printed: { $why }
printing-silent = the printing system gives no answer ({ $program }); try again later, or write a PDF instead
printing-between-names = ,{" "}
printing-no-pages = there is no page { $pages }; the plan has { $all }
printing-pages-wrong = "{ $text }" is no range of pages; write for example 1-2,4
printing-default = default
