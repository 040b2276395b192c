//! The real program under `strace`, which lets one call to the system after the other fail, or kills the program there,
//! until none is left.
#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::{WORKED_CASE, path_text, program, run, text};

/// Everything that changes a disk, and what a saving asks of it. `strace` counts each of them for itself.
const CALLS: [&str; 17] = [
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "fchmod",
    "fchown",
    "flock",
    "fsetxattr",
    "fremovexattr",
    "mkdir",
    "mkdirat",
];

/// A folder with an old file and a neighbour, and a command that writes the file anew.
struct Place {
    folder: tempfile::TempDir,
    old: Vec<u8>,
    new: Vec<u8>,
    command: fn(&Path) -> Vec<String>,
}

fn merge(folder: &Path) -> Vec<String> {
    let at = |name: &str| folder.join(name).display().to_string();
    ["merge", &at("plan.ron"), &at("plan.ron"), &at("theirs.ron"), "--output", &at("plan.ron"), "--force"]
        .map(str::to_owned)
        .to_vec()
}

fn optimize(folder: &Path) -> Vec<String> {
    ["optimize", path_text(&folder.join("plan.ron")), "--budget", "1000000", "--write"].map(str::to_owned).to_vec()
}

impl Place {
    /// `None` where this system has no `strace`, or does not let it.
    fn new(command: fn(&Path) -> Vec<String>) -> Option<Self> {
        let can = Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).output();
        if !can.is_ok_and(|output| output.status.success()) {
            eprintln!("skipped: there is no strace here, or it is not allowed");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let old = fs::read(WORKED_CASE).unwrap();
        let theirs = String::from_utf8(old.clone()).unwrap().replace("IM cloud 2026", "Theirs");
        fs::write(folder.path().join("theirs.ron"), theirs).unwrap();
        fs::write(folder.path().join("plan.ron"), &old).unwrap();
        let arguments = command(folder.path());
        let undisturbed = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(undisturbed.status.code(), Some(0), "{}", text(&undisturbed.stderr));
        let new = fs::read(folder.path().join("plan.ron")).unwrap();
        assert_ne!(new, old);
        Some(Self { folder, old, new, command })
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the command with something injected; also whether there was anywhere to inject it.
    fn run(&self, inject: &str) -> (Output, bool) {
        let (output, log) = self.traced(inject);
        let was_injected = log.contains("(INJECTED)") || log.contains("+++ killed by SIGKILL");
        (output, was_injected)
    }

    /// Runs the command with something injected; also its calls.
    fn traced(&self, inject: &str) -> (Output, String) {
        fs::write(self.at("plan.ron"), &self.old).unwrap();
        let log = tempfile::NamedTempFile::new().unwrap();
        let arguments = (self.command)(self.folder.path());
        let plain = program(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        let mut traced = Command::new("strace");
        traced.args([
            "-f",
            "-qq",
            "-o",
            path_text(log.path()),
            "-e",
            &format!("trace={}", CALLS.join(",")),
            "-e",
            inject,
        ]);
        traced.arg(plain.get_program()).args(plain.get_args());
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => traced.env(name, value),
                None => traced.env_remove(name),
            };
        }
        traced.env("XDG_STATE_HOME", self.at("state"));
        let output = traced.output().unwrap();
        (output, fs::read_to_string(log.path()).unwrap())
    }

    /// Whether the file is the new one; it must be one of the two.
    fn is_new(&self, what: &str) -> bool {
        let now = fs::read(self.at("plan.ron")).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert!(now == self.old || now == self.new, "{what}: {} bytes of neither", now.len());
        now == self.new
    }

    /// What lies in the folder that has no business there.
    fn left(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| !["plan.ron", "theirs.ron", "state"].contains(&name.as_str())).collect()
    }
}

/// Injects something into each call, one after the other, until none is left; tells how many there were.
fn at_each_call(place: &Place, what: &str, look: &mut dyn FnMut(&str, &Output)) -> u32 {
    let mut calls = 0;
    for call in CALLS {
        for number in 1.. {
            let (output, was_injected) = place.run(&format!("inject={call}:{what}:when={number}"));
            if !was_injected {
                break;
            }
            calls += 1;
            let what = format!("{what} at {call} {number}");
            look(&what, &output);
            assert!(fs::read_to_string(place.at("theirs.ron")).unwrap().contains("Theirs"), "{what}");
            // Only what could not be removed may stay, until the next saving.
            let left = place.left();
            assert!(
                left.len() <= 1 && left.iter().all(|name| name.starts_with(".ripple-planner-")),
                "{what}: {left:?}"
            );
        }
    }
    calls
}

fn fail_each(command: fn(&Path) -> Vec<String>, errors: &[&str]) {
    let Some(place) = Place::new(command) else { return };
    for error in errors {
        let mut saved = 0;
        let calls = at_each_call(&place, &format!("error={error}"), &mut |what, output| {
            let said = text(&output.stderr);
            let is_new = place.is_new(what);
            match output.status.code() {
                // What fails may be of no consequence: a lock, a mode that is there already, the folder's confirmation.
                Some(0) => assert!(is_new, "{what}: {said}"),
                Some(2) => assert!(said.starts_with("error: ") && said.matches('\n').count() == 1, "{what}: {said:?}"),
                status => panic!("{what}: {status:?} {said}"),
            }
            saved += u32::from(is_new);
        });
        println!("{error}: {calls} calls failed, one after the other; after {saved} of them the new file stood");
        // An interrupted call is made again.
        assert!(calls > 8 && (saved < calls || *error == "EINTR"), "{error}: {saved} of {calls}");
    }
}

fn kill_each(command: fn(&Path) -> Vec<String>) {
    let Some(place) = Place::new(command) else { return };
    let mut new = 0;
    let calls = at_each_call(&place, "signal=KILL", &mut |what, output| {
        assert_ne!(output.status.code(), Some(0), "{what}");
        new += u32::from(place.is_new(what));
    });
    println!("killed at {calls} calls, one after the other; after {new} of them the new file stood");
    assert!(calls > 8 && new > 0 && new < calls, "{calls} calls, {new} new");
    let (output, _) = place.run("inject=fsync:error=EIO:when=1000");
    assert_eq!((output.status.code(), place.left()), (Some(0), BTreeSet::new()), "the next saving tidies");
}

#[test]
fn whatever_call_fails_a_whole_file_stays() {
    fail_each(merge, &["EIO"]);
}

#[test]
fn wherever_it_is_killed_a_whole_file_stays() {
    kill_each(merge);
}

#[test]
#[ignore = "the long form: minutes"]
fn whatever_fails_in_whatever_way_a_whole_file_stays() {
    for command in [merge as fn(&Path) -> Vec<String>, optimize] {
        fail_each(command, &["EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EINTR", "ENOMEM"]);
        kill_each(command);
    }
}

#[test]
fn an_earlier_version_that_is_a_copy_is_on_the_disk_before_the_plan_is_replaced() {
    let Some(place) = Place::new(merge) else { return };
    let nothing = "inject=fsync:error=EIO:when=1000";
    let mut calls = [false, true].map(|copies| {
        let names = || fs::hard_link(place.at("plan.ron"), place.at("state/other name")).unwrap();
        fs::create_dir_all(place.at("state")).unwrap();
        if copies {
            names();
        }
        let (output, log) = place.traced(nothing);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        log.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    // What is asked of the disk before the plan takes its place.
    let before = calls.each_mut().map(|calls| {
        let places = |call: &String| call.contains("rename") && call.contains("plan.ron\"");
        calls.truncate(calls.iter().position(places).unwrap());
        calls.iter().filter(|call| call.contains("fsync(")).count()
    });
    assert_eq!(before[1], before[0] + 2, "the copy and its folder: {calls:?}");
}
