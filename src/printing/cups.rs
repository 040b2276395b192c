//! Queues of CUPS, on Linux and macOS, by its own programs: `lp`, `lpstat`, `cancel` and, where it is installed, `ipptool`.

use super::program::{Said, run};
use super::replies::{self, Listed};
use super::{Job, Order, Printer, Printing, State, Trouble};
use crate::report::pages::Paper;

/// The queues of this machine's printing system.
#[derive(Debug)]
pub struct Cups;

impl Printing for Cups {
    fn has_queues(&self) -> bool {
        true
    }

    fn printers(&self) -> Result<Vec<Printer>, Trouble> {
        running()?;
        let described = replies::described(&lpstat(&["-l", "-p"])?.output);
        let destinations = replies::destinations(&lpstat(&["-e"])?.output);
        let default = replies::default(&lpstat(&["-d"])?.output);
        Ok(replies::printers(&described, &destinations, default.as_deref()))
    }

    fn submit(&self, order: &Order) -> Result<Job, Trouble> {
        let printers = self.printers()?;
        let printer = match &order.printer {
            Some(name) if printers.iter().any(|printer| printer.name == *name) => name.clone(),
            Some(name) => return Err(Trouble::Unknown(name.clone(), printers)),
            None if printers.is_empty() => return Err(Trouble::NoPrinter),
            None => match printers.iter().find(|printer| printer.is_default) {
                Some(printer) => printer.name.clone(),
                None => return Err(Trouble::NoDefault(printers)),
            },
        };
        let said = run("lp", &arguments(order, &printer), order.pdf.clone())?;
        match replies::request(&said.output) {
            Some(id) if said.status.success() => Ok(Job { printer, id }),
            _ => Err(refused("lp", &said)),
        }
    }

    fn state(&self, job: &Job) -> Result<State, Trouble> {
        if let Some(listed) = listed("not-completed", job)? {
            return unfinished(job, &listed);
        }
        let listed = listed("completed", job)?.unwrap_or_default();
        if listed.has("job-completed") {
            return Ok(State::Done);
        }
        if listed.has("job-canceled") {
            return Ok(State::Cancelled);
        }
        if listed.has("aborted-by-system") {
            return Ok(State::Failed(listed.status));
        }
        // Until 2.4.7 CUPS calls the reason of every job that is over `processing-to-stop-point` (its issue 828):
        // only the state itself tells how it ended.
        Ok(match ended(job)?.as_deref() {
            Some("completed") => State::Done,
            Some("canceled") => State::Cancelled,
            Some("aborted") => State::Failed(listed.status),
            _ => State::Left,
        })
    }

    fn cancel(&self, job: &Job) -> Result<(), Trouble> {
        // By its number alone: the name of a queue may begin with a dash.
        let said = run("cancel", &[number(job).to_owned()], Vec::new())?;
        if said.status.success() { Ok(()) } else { Err(refused("cancel", &said)) }
    }
}

/// The document comes by standard input, so that no file is left behind. A value that stands in the same argument as its
/// option cannot be taken for another option.
fn arguments(order: &Order, printer: &str) -> Vec<String> {
    let media = match order.paper {
        Paper::A4 => "A4",
        Paper::Letter => "Letter",
    };
    let sides = if order.two_sided { "two-sided-long-edge" } else { "one-sided" };
    let mut arguments = vec![format!("-d{printer}"), format!("-t{}", order.title)];
    arguments.extend([format!("-omedia={media}"), format!("-osides={sides}")]);
    if order.grey {
        arguments.push("-oprint-color-mode=monochrome".to_owned());
    }
    arguments
}

fn lpstat(arguments: &[&str]) -> Result<Said, Trouble> {
    run("lpstat", &arguments.iter().map(|argument| (*argument).to_owned()).collect::<Vec<_>>(), Vec::new())
}

fn running() -> Result<(), Trouble> {
    let said = lpstat(&["-r"])?;
    if said.output.starts_with("scheduler is running") { Ok(()) } else { Err(Trouble::NotRunning) }
}

/// A job in one of the two lists of all jobs.
fn listed(which: &str, job: &Job) -> Result<Option<Listed>, Trouble> {
    let said = lpstat(&["-W", which, "-l", "-o"])?;
    if !said.status.success() {
        running()?;
        return Err(refused("lpstat", &said));
    }
    Ok(replies::job(&said.output, &job.id))
}

fn unfinished(job: &Job, listed: &Listed) -> Result<State, Trouble> {
    let described = replies::described(&lpstat(&["-l", "-p"])?.output);
    let printer = described.into_iter().find(|printer| printer.name == job.printer);
    let why = listed.status.clone();
    Ok(match printer {
        _ if listed.has("job-hold") => State::Held(why),
        Some(printer) if printer.is_stopped => State::Stopped(printer.message),
        _ => State::Waiting(why),
    })
}

/// How a job ended, where `ipptool` is installed and the scheduler can be reached by it.
fn ended(job: &Job) -> Result<Option<String>, Trouble> {
    let server = lpstat(&["-H"])?.output.trim().to_owned();
    // A socket of this machine has a path and no port.
    let server = if server.starts_with('/') { "localhost:631".to_owned() } else { server };
    let address = format!("ipp://{server}/jobs/{}", number(job));
    match run("ipptool", &["-tv".to_owned(), address, "get-job-attributes.test".to_owned()], Vec::new()) {
        Ok(said) => Ok(replies::job_state(&said.output)),
        Err(_) => Ok(None),
    }
}

fn number(job: &Job) -> &str {
    job.id.rsplit('-').next().unwrap_or_default()
}

/// What a program says on standard error, without its own name before it.
fn refused(program: &str, said: &Said) -> Trouble {
    let line = said.errors.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let line = line.strip_prefix(program).and_then(|line| line.strip_prefix(": ")).unwrap_or(line);
    let line = line.strip_prefix("Error - ").unwrap_or(line);
    Trouble::Refused(if line.is_empty() { format!("{program}: {}", said.status) } else { line.to_owned() })
}
