//! A real scheduler of CUPS, of our own: its queues lead to a listener that keeps the bytes.

use std::fs;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::{PLAN, print, said};

/// Where the programs of CUPS are.
const PATH: &str = "/usr/bin:/usr/sbin:/bin:/sbin";

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A printer that takes what comes, one document a connection.
fn listener() -> (u16, Receiver<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut bytes = Vec::new();
            stream.unwrap().read_to_end(&mut bytes).unwrap();
            if sender.send(bytes).is_err() {
                break;
            }
        }
    });
    (port, receiver)
}

/// A scheduler with its own settings, queues and port; it ends with the test.
struct Scheduler {
    folder: TempDir,
    server: String,
    process: Child,
}

impl Drop for Scheduler {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Scheduler {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["root", "spool/tmp", "cache", "state", "log"] {
            fs::create_dir_all(at(name)).unwrap();
        }
        let server = format!("127.0.0.1:{}", free_port());
        let settings = format!(
            "Listen {server}\nLogLevel warn\nBrowsing No\nWebInterface No\nDefaultAuthType None\n\
             <Location />\nOrder allow,deny\nAllow all\n</Location>\n\
             <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
        );
        fs::write(at("cupsd.conf"), settings).unwrap();
        let show = |name: &str| at(name).display().to_string();
        let files = format!(
            "ServerRoot {}\nRequestRoot {}\nTempDir {}\nCacheDir {}\nStateDir {}\nAccessLog {}\nErrorLog {}\nPageLog {}\n",
            show("root"),
            show("spool"),
            show("spool/tmp"),
            show("cache"),
            show("state"),
            show("log/access"),
            show("log/error"),
            show("log/page"),
        );
        fs::write(at("cups-files.conf"), files).unwrap();
        // Its programs run as another user, who has to get in.
        open_to_others(folder.path());
        let mut command = Command::new("/usr/sbin/cupsd");
        command.arg("-f").arg("-c").arg(at("cupsd.conf")).arg("-s").arg(at("cups-files.conf"));
        let process = command.stdin(Stdio::null()).spawn().unwrap();
        let scheduler = Self { folder, server, process };
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(&scheduler.server).is_err() {
            assert!(Instant::now() < end, "{}", scheduler.log());
            thread::sleep(Duration::from_millis(50));
        }
        scheduler
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log/error")).unwrap_or_default()
    }

    /// Runs a program of CUPS; returns what it says.
    fn cups(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(program);
        let output = command.env("CUPS_SERVER", &self.server).env("PATH", PATH).args(arguments).output().unwrap();
        assert!(output.status.success(), "{program} {arguments:?}: {output:?}\n{}", self.log());
        String::from_utf8(output.stdout).unwrap()
    }

    fn queue(&self, name: &str, device: &str, policy: &str) {
        let policy = format!("printer-error-policy={policy}");
        self.cups("lpadmin", &["-p", name, "-E", "-v", device, "-m", "raw", "-o", &policy]);
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = print(Path::new(PATH), arguments);
        command.env("CUPS_SERVER", &self.server);
        command
    }

    fn print(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        said(&self.command(&[&[PLAN], arguments].concat()).output().unwrap())
    }
}

fn open_to_others(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

/// What arrived: the number of its pages, their size in points, and the words on each.
struct Arrived {
    size: String,
    pages: Vec<String>,
}

fn read(bytes: &[u8]) -> Arrived {
    assert!(bytes.starts_with(b"%PDF") && bytes.ends_with(b"%%EOF"), "one whole document, nothing behind it");
    assert_eq!(bytes.windows(5).filter(|part| part == b"%%EOF").count(), 1, "and no second one");
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("arrived.pdf");
    fs::write(&path, bytes).unwrap();
    let run = |program: &str, options: &[&str], to: &[&str]| {
        let output = Command::new(program).args(options).arg(&path).args(to).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let about = run("pdfinfo", &[], &[]);
    let size = about.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap().trim().to_owned();
    let text = run("pdftotext", &["-layout"], &["-"]);
    // Every page ends with a form feed.
    let pages: Vec<String> = text.split_terminator('\u{c}').map(str::to_owned).collect();
    Arrived { size, pages }
}

fn numbers(arrived: &Arrived) -> Vec<String> {
    let number = |page: &String| {
        let after = page.split("Page ").nth(1).unwrap_or_default();
        after.split_whitespace().next().unwrap_or_default().to_owned()
    };
    arrived.pages.iter().map(number).collect()
}

#[test]
#[ignore = "needs cups and poppler-utils"]
fn the_very_bytes_arrive() {
    let scheduler = Scheduler::start();
    let (port, arrived) = listener();
    scheduler.queue("paper", &format!("socket://127.0.0.1:{port}"), "retry-job");
    scheduler.cups("lpadmin", &["-d", "paper"]);
    let take = |arguments: &[&str]| {
        let done = (Some(0), "Printed on paper\n".to_owned(), String::new());
        assert_eq!(scheduler.print(arguments), done, "{}", scheduler.log());
        let bytes = arrived.recv_timeout(Duration::from_secs(5)).unwrap();
        assert!(arrived.try_recv().is_err(), "one document");
        bytes
    };
    let one = read(&take(&[]));
    let all: Vec<String> = (1..=one.pages.len()).map(|number| number.to_string()).collect();
    assert!(all.len() >= 3);
    assert_eq!(numbers(&one), all);
    assert!(one.size.contains("(A4)"), "{}", one.size);
    let three = read(&take(&["--copies", "3", "--paper", "letter"]));
    assert_eq!(numbers(&three), [&all[..], &all[..], &all[..]].concat());
    assert!(three.size.contains("(letter)"), "{}", three.size);
    let some = read(&take(&["--pages", "3,1-2", "--copies", "2", "--two-sided", "--printer", "paper"]));
    assert_eq!(numbers(&some), ["3", "1", "2", "", "3", "1", "2", ""]);
    assert_eq!(some.pages[0], one.pages[2], "the same page");
    let grey = read(&take(&["--grey", "--lang", "en"]));
    assert_eq!(grey.pages, one.pages);
    let listed = said(&scheduler.command(&["--list"]).output().unwrap());
    assert_eq!(listed, (Some(0), "paper\tpaper\tdefault\n".to_owned(), String::new()));
}

#[test]
#[ignore = "needs cups with cups-filters"]
fn a_queue_with_a_driver_turns_the_pages_into_its_own_language() {
    let scheduler = Scheduler::start();
    let (port, arrived) = listener();
    let device = format!("socket://127.0.0.1:{port}");
    for (driver, begins) in [("drv:///sample.drv/generic.ppd", "%!PS"), ("drv:///sample.drv/laserjet.ppd", "\u{1b}E")] {
        scheduler.cups("lpadmin", &["-p", "driven", "-E", "-v", &device, "-m", driver]);
        let done = (Some(0), "Printed on driven\n".to_owned(), String::new());
        let options = ["--printer", "driven", "--pages", "1-2", "--copies", "2", "--two-sided", "--grey"];
        assert_eq!(scheduler.print(&options), done, "{}", scheduler.log());
        let bytes = arrived.recv_timeout(Duration::from_secs(5)).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{driver}: {:?}", &bytes[..bytes.len().min(40)]);
        if begins == "%!PS" {
            let pages = bytes.windows(7).filter(|part| part == b"%%Page:").count();
            assert_eq!(pages, 4, "two pages, twice, and the driver makes no copies of its own");
        }
        assert!(arrived.try_recv().is_err(), "one document");
    }
}

#[test]
#[ignore = "needs cups and poppler-utils"]
fn what_becomes_of_a_job_is_told() {
    let scheduler = Scheduler::start();
    let (port, arrived) = listener();
    let (good, off) = (format!("socket://127.0.0.1:{port}"), format!("socket://127.0.0.1:{}", free_port()));
    scheduler.queue("off", &off, "retry-job");
    scheduler.queue("given-up", &format!("{off}/?contimeout=1"), "abort-job");
    scheduler.queue("stopping", &format!("{off}/?contimeout=1"), "stop-printer");
    scheduler.queue("stopped", &good, "retry-job");
    scheduler.cups("cupsdisable", &["-r", "paper is out", "stopped"]);
    scheduler.queue("rejecting", &good, "retry-job");
    scheduler.cups("cupsreject", &["-r", "closed", "rejecting"]);
    let to = |printer: &str, wait: &str| scheduler.print(&["--printer", printer, "--wait", wait]);
    let told = |answer: (Option<i32>, String, String), status: i32, parts: &[&str]| {
        let text = format!("{}{}", answer.1, answer.2);
        assert_eq!(answer.0, Some(status), "{text}");
        assert!(parts.iter().all(|part| text.contains(part)), "{text} lacks one of {parts:?}");
    };
    told(to("off", "2"), 1, &["still waits in the queue of off: The printer may not exist or is unavailable"]);
    told(to("given-up", "60"), 1, &["given-up could not print the job", "The printer is not responding."]);
    told(to("stopping", "60"), 1, &["The printer stopping is stopped", "The printer is not responding."]);
    told(to("stopped", "60"), 1, &["The printer stopped is stopped", "paper is out"]);
    told(to("rejecting", "60"), 2, &["error: not printed: Destination \"rejecting\" is not accepting jobs."]);
    told(scheduler.print(&[]), 2, &["error: no printer is the default; name one of: given-up, off"]);
    assert!(arrived.try_recv().is_err(), "nothing was printed");
    // Cancelled while it waits.
    scheduler.cups("cancel", &["-a", "off"]);
    let mut waits = scheduler.command(&[PLAN, "--printer", "off"]);
    let waits = waits.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(30);
    while scheduler.cups("lpstat", &["-o", "off"]).is_empty() {
        assert!(Instant::now() < end, "{}", scheduler.log());
        thread::sleep(Duration::from_millis(100));
    }
    scheduler.cups("cancel", &["-a", "off"]);
    let cancelled = said(&waits.wait_with_output().unwrap());
    told(cancelled, 1, &["on off was cancelled"]);
}
