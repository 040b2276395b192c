//! No queue: the program that shows PDF files shows the pages, and prints them.

use std::io::Write;

use super::{Job, Order, Printer, Printing, State, Trouble};

/// The viewer of PDF files of this system.
#[derive(Debug)]
pub struct Viewer;

impl Printing for Viewer {
    fn has_queues(&self) -> bool {
        false
    }

    fn printers(&self) -> Result<Vec<Printer>, Trouble> {
        Ok(Vec::new())
    }

    fn submit(&self, order: &Order) -> Result<Job, Trouble> {
        let refused = |error: &dyn std::fmt::Display| Trouble::Refused(error.to_string());
        let mut file = tempfile::Builder::new().prefix("ripple-planner-").suffix(".pdf").tempfile();
        let file = file.as_mut().map_err(|error| refused(error))?;
        file.write_all(&order.pdf).map_err(|error| refused(&error))?;
        // The viewer reads it when it likes; the folder for passing files is emptied by the system.
        file.disable_cleanup(true);
        open::that_detached(file.path()).map_err(|error| refused(&error))?;
        Ok(Job { printer: String::new(), id: String::new() })
    }

    fn state(&self, _: &Job) -> Result<State, Trouble> {
        Ok(State::Opened)
    }

    fn cancel(&self, _: &Job) -> Result<(), Trouble> {
        Ok(())
    }
}
