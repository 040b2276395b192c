//! Runs a program of the printing system: arguments one by one, never through a shell; never waiting for ever.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Trouble;

/// A program that says nothing for so long will not.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a program said.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) status: ExitStatus,
    pub(super) output: String,
    pub(super) errors: String,
}

/// Runs a program with an input to its end.
pub(super) fn run(program: &'static str, arguments: &[String], input: Vec<u8>) -> Result<Said, Trouble> {
    let mut command = Command::new(program);
    // What it says is read, so it must be in one language. On a Mac the programs of CUPS look at LANG only where they
    // believe that the scheduler has started them, which SOFTWARE tells.
    command.args(arguments).env("LC_ALL", "C").env("LANG", "C").env("SOFTWARE", "CUPS");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| not_started(program, &error))?;
    let stdin = child.stdin.take();
    // Whoever does not want the input closes it; its status says why.
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    let (output, errors) = (reading(child.stdout.take()), reading(child.stderr.take()));
    let status = wait(&mut child).map_err(|error| not_started(program, &error))?;
    let status = status.ok_or(Trouble::Silent(program))?;
    Ok(Said { status, output: output.join().unwrap_or_default(), errors: errors.join().unwrap_or_default() })
}

fn not_started(program: &'static str, error: &io::Error) -> Trouble {
    if error.kind() == io::ErrorKind::NotFound {
        Trouble::NoProgram(program)
    } else {
        Trouble::Refused(format!("{program}: {error}"))
    }
}

fn reading(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before an error is all there is.
        let _ = stream.map(|mut stream| stream.read_to_end(&mut bytes));
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// The status, or `None` where the program had to be ended.
fn wait(child: &mut Child) -> io::Result<Option<ExitStatus>> {
    let end = Instant::now() + PATIENCE;
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() > end {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}
