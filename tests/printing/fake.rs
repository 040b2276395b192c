//! What the program makes of odd answers: `lp`, `lpstat` and the others are small scripts here.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{BLANK, PLAN, hostile_plans, print, said};

/// A folder with programs of a printing system, and what they were asked.
struct System(TempDir);

impl System {
    /// Two printers, the second one the default; jobs are over at once, and `ipptool` says how.
    fn new() -> Self {
        let system = Self(tempfile::tempdir().unwrap());
        system.program(
            "lp",
            "record lp \"$@\"; /bin/cat > \"$here/document\"; echo 'request id is office-12 (1 file(s))'",
        );
        system.lpstat("", "");
        system.ends("completed");
        system.program("cancel", "record cancel \"$@\"");
        system
    }

    fn program(&self, name: &str, body: &str) {
        let record = "record() { for word in \"$@\"; do printf '[%s]' \"$word\"; done >> \"$here/asked\"; echo >> \"$here/asked\"; }";
        let here = self.0.path().display();
        let path = self.0.path().join(name);
        fs::write(&path, format!("#!/bin/sh\nhere='{here}'\n{record}\n{body}\n")).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// What stands in the lists of jobs.
    fn lpstat(&self, waiting: &str, over: &str) {
        self.lpstat_with("office is idle.  enabled since today", waiting, over);
    }

    fn lpstat_with(&self, office: &str, waiting: &str, over: &str) {
        self.program(
            "lpstat",
            &format!(
                "case \"$*\" in
                '-r') echo 'scheduler is running';;
                '-l -p') printf '%s\\n' 'printer hall is idle.  enabled since today' '\tForm mounted:' 'printer {office}' '\tForm mounted:' '\tDescription: Office, second floor';;
                '-e') echo hall; echo office;;
                '-d') echo 'system default destination: office';;
                '-H') echo /run/cups/cups.sock;;
                '-W not-completed -l -o') printf '{waiting}';;
                '-W completed -l -o') printf '{over}';;
                *) echo \"asked for $*\" >&2; exit 9;;
                esac"
            ),
        );
    }

    fn ends(&self, how: &str) {
        self.program("ipptool", &format!("record ipptool \"$@\"; echo '        job-state (enum) = {how}'"));
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        said(&print(self.path(), arguments).output().unwrap())
    }

    fn asked(&self) -> String {
        fs::read_to_string(self.0.path().join("asked")).unwrap_or_default()
    }

    fn document(&self) -> Option<Vec<u8>> {
        fs::read(self.0.path().join("document")).ok()
    }
}

fn outcome(status: i32, line: &str) -> (Option<i32>, String, String) {
    (Some(status), format!("{line}\n"), String::new())
}

fn refusal(line: &str) -> (Option<i32>, String, String) {
    (Some(2), String::new(), format!("error: {line}\n"))
}

#[test]
fn a_plan_goes_to_the_default_printer() {
    let system = System::new();
    assert_eq!(system.run(&[PLAN]), outcome(0, "Printed on office"));
    let asked = "[lp][-doffice][-tIM cloud 2026][-omedia=A4][-osides=one-sided]\n\
                 [ipptool][-tv][ipp://localhost:631/jobs/12][get-job-attributes.test]\n";
    assert_eq!(system.asked(), asked);
    assert!(system.document().unwrap().starts_with(b"%PDF"));
}

#[test]
fn paper_sides_and_grey_are_asked_for() {
    let system = System::new();
    let options =
        ["--printer", "hall", "--paper", "letter", "--two-sided", "--grey", "--copies", "2", "--lang", "zh-CN"];
    assert_eq!(system.run(&[&[PLAN], &options[..]].concat()), outcome(0, "已在 hall 上打印"));
    let first = system.asked().lines().next().unwrap().to_owned();
    let expected = "[lp][-dhall][-tIM cloud 2026][-omedia=Letter][-osides=two-sided-long-edge]\
                    [-oprint-color-mode=monochrome]";
    assert_eq!(first, expected, "the copies are pages of the document");
}

#[test]
fn printers_are_listed_with_the_default() {
    let system = System::new();
    assert_eq!(system.run(&["--list"]), outcome(0, "hall\thall\noffice\tOffice, second floor\tdefault"));
    system.program("lpstat", "[ \"$1\" = -r ] && echo 'scheduler is running'; exit 0");
    let none = "there is no printer; add one in the system's settings, or write a PDF instead";
    assert_eq!(system.run(&["--list"]), refusal(none));
    assert_eq!(system.run(&[PLAN]), refusal(none));
}

#[test]
fn a_printer_that_does_not_exist_is_answered_with_those_that_do() {
    let system = System::new();
    assert_eq!(
        system.run(&[BLANK, "--printer", "attic"]),
        refusal("there is no printer \"attic\"; there are: hall, office")
    );
    assert_eq!(system.run(&[BLANK, "--printer=-o raw"]).0, Some(2), "a name is no option");
    assert_eq!(system.asked(), "", "nothing is sent anywhere");
}

#[test]
fn without_a_printing_system_it_says_so_and_offers_the_pdf() {
    let empty = tempfile::tempdir().unwrap();
    let (status, output, error) = said(&print(empty.path(), &[BLANK]).output().unwrap());
    assert_eq!((status, output.as_str()), (Some(2), ""));
    assert_eq!(
        error,
        "error: nothing can be printed: the program lpstat is not installed (package cups-client); write a PDF instead\n"
    );
    let system = System::new();
    system.program("lpstat", "echo 'scheduler is not running'");
    let stopped = "nothing can be printed: the printing system CUPS does not run; start it, or write a PDF instead";
    assert_eq!(system.run(&[BLANK]), refusal(stopped));
    assert_eq!(system.run(&["--list"]), refusal(stopped));
}

#[test]
fn what_the_queue_refuses_is_said_in_its_words() {
    let system = System::new();
    system.program("lp", "echo 'lp: Destination \"office\" is not accepting jobs.' >&2; exit 1");
    assert_eq!(system.run(&[BLANK]), refusal("not printed: Destination \"office\" is not accepting jobs."));
    system.program("lp", "/bin/cat >/dev/null; echo 'thank you'");
    assert_eq!(system.run(&[BLANK]).0, Some(2), "without a job's name nothing is known to be queued");
}

#[test]
fn how_a_job_ends_is_told() {
    let system = System::new();
    let over = |status: &str, alerts: &str| {
        format!("office-12 me 1 today\\n\\tStatus: {status}\\n\\tAlerts: {alerts}\\n\\tqueued for office\\n")
    };
    let cases = [
        ("processing-to-stop-point", "completed", 0, "Printed on office"),
        ("processing-to-stop-point", "canceled", 1, "The job office-12 on office was cancelled"),
        ("processing-to-stop-point", "aborted", 1, "office could not print the job office-12: no ink"),
        (
            "processing-to-stop-point",
            "",
            1,
            "The job office-12 has left the queue of office, which does not say how it ended",
        ),
        ("job-completed-successfully", "", 0, "Printed on office"),
        ("job-canceled-by-user", "", 1, "The job office-12 on office was cancelled"),
        ("aborted-by-system", "", 1, "office could not print the job office-12: no ink"),
    ];
    for (alerts, ends, status, line) in cases {
        system.lpstat("", &over("no ink", alerts));
        system.ends(ends);
        assert_eq!(system.run(&[BLANK]), outcome(status, line), "{alerts} {ends}");
    }
}

#[test]
fn a_job_that_waits_is_left_in_its_queue_after_a_while() {
    let system = System::new();
    let waiting = |alerts: &str| format!("office-12 me 1 today\\n\\tStatus: no answer\\n\\tAlerts: {alerts}\\n");
    system.lpstat(&waiting("job-printing"), "");
    let begun = std::time::Instant::now();
    let line = "The job office-12 still waits in the queue of office: no answer";
    assert_eq!(system.run(&[BLANK, "--wait", "1"]), outcome(1, line));
    assert!(begun.elapsed().as_secs_f32() >= 1.0);
    // Nothing will change while somebody holds the job or the printer: that is said at once.
    system.lpstat(&waiting("job-hold-until-specified"), "");
    let held = "The job office-12 is held in the queue of office until somebody releases it: no answer";
    assert_eq!(system.run(&[BLANK]), outcome(1, held));
    let office = "office disabled since today -' '\tpaper is out";
    system.lpstat_with(office, &waiting("none"), "");
    let stopped = "The printer office is stopped; the job office-12 waits until it goes on: paper is out";
    assert_eq!(system.run(&[BLANK]), outcome(1, stopped));
}

#[test]
fn wrong_options_are_refused_before_anything_is_sent() {
    let system = System::new();
    let cases: [(&[&str], &str); 7] = [
        (&["--copies", "0"], "--copies: 0 lies outside 1 to 99; write a number between"),
        (&["--copies", "x"], "--copies: x lies outside 1 to 99; write a number between"),
        (&["--wait", "-1"], "--wait: -1 lies outside 0 to 3600; write a number between"),
        (&["--pages", "2-1"], "\"2-1\" is no range of pages; write for example 1-2,4"),
        (&["--pages", ""], "\"\" is no range of pages; write for example 1-2,4"),
        (&["--paper", "a3"], "\"a3\" is not known here; choose one of: a4, letter"),
        (&["--force"], "--force is no option here; see ripple-planner --help"),
    ];
    for (options, line) in cases {
        assert_eq!(system.run(&[&[BLANK], options].concat()), refusal(line));
    }
    let (status, _, error) = system.run(&[BLANK, "--pages", "1-400"]);
    assert_eq!((status, error.starts_with("error: there is no page ")), (Some(2), true), "{error}");
    assert_eq!(system.document(), None);
}

#[test]
fn a_title_that_looks_like_an_option_stays_a_title() {
    let folder = tempfile::tempdir().unwrap();
    let plan: PathBuf = folder.path().join("plan.ron");
    let text = fs::read_to_string(PLAN).unwrap().replacen("\"IM cloud 2026\"", "\"-o raw; $(touch x) `x` 即时\"", 1);
    fs::write(&plan, text).unwrap();
    let system = System::new();
    assert_eq!(system.run(&[plan.to_str().unwrap()]).0, Some(0));
    assert!(system.asked().contains("[-t-o raw; $(touch x) `x`]"), "{}", system.asked());
}

#[test]
fn hostile_plans_arrive_as_pages_or_are_refused_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    for (what, plan) in hostile_plans::all() {
        let (system, path) = (System::new(), folder.path().join("plan.ron"));
        fs::write(&path, plan).unwrap();
        let output = print(system.0.path(), &[path.to_str().unwrap()]).output().unwrap();
        let (status, _, errors) = said(&output);
        match status {
            Some(0) => {
                let document = fs::read(system.0.path().join("document")).unwrap();
                assert!(document.starts_with(b"%PDF"), "{what}");
            }
            Some(2) => assert!(errors.starts_with("error: ") && errors.matches('\n').count() == 1, "{what}: {errors}"),
            _ => panic!("{what}: {status:?} {errors}"),
        }
    }
}
