//! Files that must not be lost, people who may not write them, and what only looks like a file.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use ripple_planner::file;

use super::small_disk::SmallDisk;
use super::{BLANK, WORKED_CASE, answer, path_text, program, refused, run, text};

const FORMATS: [&str; 4] = ["text", "markdown", "csv", "json"];

/// A folder with a copy of the worked case.
pub fn folder_with_plan() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    fs::copy(WORKED_CASE, &plan).unwrap();
    (folder, plan)
}

/// The arguments that change a plan.
pub fn write_into(plan: &Path) -> [&str; 5] {
    ["optimize", path_text(plan), "--budget", "1000000", "--write"]
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

/// Output and status of a run that must be over soon, whatever it reads.
fn run_soon(arguments: &[&str]) -> Output {
    let mut child =
        program(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_mins(1) {
            child.kill().unwrap();
            panic!("{arguments:?} hangs");
        }
        thread::sleep(Duration::from_millis(10));
    }
    child.wait_with_output().unwrap()
}

/// A run as another person, where the superuser runs the tests and may become one.
pub fn run_as(user: &str, groups: &str, arguments: &[&str]) -> Option<Output> {
    let run = |arguments: &[&str]| {
        let person = ["--reuid", user, "--regid", user, "--groups", groups, env!("CARGO_BIN_EXE_ripple-planner")];
        let mut command = Command::new("setpriv");
        command.env("LC_ALL", "C.UTF-8").env_remove("HOME").env_remove("XDG_STATE_HOME");
        command.args(person).args(arguments).stdin(Stdio::null()).output()
    };
    if run(&["--version"]).is_ok_and(|output| output.status.success()) {
        return Some(run(arguments).unwrap());
    }
    eprintln!("skipped: only the superuser with setpriv can be somebody else");
    None
}

#[test]
fn no_output_replaces_a_file_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("summary.txt");
    for format in FORMATS {
        fs::write(&output, "mine").unwrap();
        let arguments = ["summary", BLANK, "--format", format, "--output", path_text(&output)];
        let line = refused(&run(&arguments));
        assert!(line.contains("there is already a file of this name") && line.ends_with("with --force"), "{line}");
        assert_eq!(fs::read(&output).unwrap(), b"mine");
        assert_eq!(answer(&[&arguments[..], &["--force"]].concat()), "");
        assert_eq!(fs::read_to_string(&output).unwrap(), answer(&["summary", BLANK, "--format", format]));
    }
    let line = refused(&run(&["summary", BLANK, "--output", path_text(&output), "--lang", "zh-CN"]));
    assert!(line.contains("已有同名文件"), "{line}");
}

#[test]
fn no_summary_replaces_a_plan() {
    let (folder, plan) = folder_with_plan();
    let at = |name: &str| folder.path().join(name);
    fs::copy(BLANK, at("other.ron")).unwrap();
    fs::hard_link(at("other.ron"), at("hard link.txt")).unwrap();
    symlink("other.ron", at("link.txt")).unwrap();
    fs::copy(BLANK, at("PLAN.RON.txt")).unwrap();
    // Broken by hand, of a later version, without its name, behind a comment and a byte order mark.
    fs::write(at("broken.ron"), "Plan(format: 1, title: oops").unwrap();
    fs::write(at("later.ron"), "Plan(format: 999, walls: [])").unwrap();
    fs::write(at("nameless"), "(title: \"x\", format: 1)").unwrap();
    fs::write(at("comment"), "\u{feff}// ours\n/* (yes) */ Plan (\n  format: 1,\n)").unwrap();
    let names = ["plan.ron", "other.ron", "hard link.txt", "link.txt", "PLAN.RON.txt"];
    for name in names.into_iter().chain(["broken.ron", "later.ron", "nameless", "comment"]) {
        let path = at(name);
        let before = fs::read(&path).unwrap();
        for rest in [&[][..], &["--force"]] {
            // Its own plan, and any other one.
            let about = if name == "plan.ron" { path_text(&plan) } else { BLANK };
            let arguments = [&["summary", about, "--output", path_text(&path)], rest].concat();
            let line = refused(&run(&arguments));
            assert!(line.contains("this is a plan"), "{name}: {line}");
            assert_eq!(fs::read(&path).unwrap(), before, "{name}");
        }
    }
    // A summary is none, in whichever format.
    for format in FORMATS {
        let output = at("summary");
        let arguments = ["summary", BLANK, "--format", format, "--output", path_text(&output), "--force"];
        assert_eq!([answer(&arguments), answer(&arguments)], ["", ""], "{format}");
    }
}

#[test]
fn pipes_devices_and_sockets_never_hang() {
    let folder = tempfile::tempdir().unwrap();
    let [pipe, socket] = ["pipe", "socket"].map(|name| folder.path().join(name));
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    for path in [path_text(&pipe), path_text(&socket), "/dev/zero", "/dev/tty"] {
        for command in [&["check"][..], &["summary"], &["simulate"], &["optimize", "--budget", "1", "--write"]] {
            let line = refused(&run_soon(&[&command[..1], &[path], &command[1..]].concat()));
            assert!(line.starts_with(path) && line.contains("not a plan file"), "{command:?}: {line}");
        }
        assert!(refused(&run_soon(&["new", path])).contains("this is a pipe or a device"));
    }
    // Nobody reads this pipe, so nothing is written.
    refused(&run_soon(&["summary", BLANK, "--output", path_text(&pipe)]));
    assert!(refused(&run_soon(&["summary", BLANK, "--output", path_text(&socket), "--force"])).contains("not a plan"));
    assert!(refused(&run_soon(&["summary", path_text(folder.path())])).contains("this is a folder"));
}

#[test]
fn a_pipe_with_a_reader_takes_the_summary() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = Command::new("cat").arg(&pipe).stdout(Stdio::piped()).spawn().unwrap();
    let begun = Instant::now();
    let arguments = ["summary", BLANK, "--output", path_text(&pipe)];
    // The reader needs a moment to be there.
    while run_soon(&arguments).status.code() != Some(0) {
        assert!(begun.elapsed() < Duration::from_mins(1));
    }
    assert_eq!(text(&reader.wait_with_output().unwrap().stdout), answer(&["summary", BLANK]));
}

#[test]
fn on_a_full_disk_the_old_files_stay() {
    let Some(disk) = SmallDisk::new() else { return };
    let (plan, output) = (disk.folder().join("plan.ron"), disk.folder().join("summary.txt"));
    fs::copy(WORKED_CASE, &plan).unwrap();
    fs::write(&output, "last month").unwrap();
    disk.fill();
    let (new_text, new_plan) = (disk.folder().join("new.txt"), disk.folder().join("new.ron"));
    for arguments in [
        &["summary", path_text(&plan), "--output", path_text(&output), "--force"][..],
        &["summary", path_text(&plan), "--output", path_text(&new_text)],
        &["new", path_text(&new_plan), "--from", "worked-case"],
    ] {
        let line = refused(&run(arguments));
        assert!(line.contains("no space left"), "{arguments:?}: {line}");
    }
    let saved = run(&write_into(&plan));
    assert_eq!(saved.status.code(), Some(2));
    assert!(text(&saved.stderr).contains("no space left"), "{}", text(&saved.stderr));
    assert_eq!(fs::read(&plan).unwrap(), fs::read(WORKED_CASE).unwrap());
    assert_eq!(fs::read(&output).unwrap(), b"last month");
    let mut names: Vec<_> = fs::read_dir(disk.folder()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["filler", "plan.ron", "summary.txt"]);
}

#[test]
fn a_member_of_the_group_saves_for_the_group() {
    let (folder, plan) = folder_with_plan();
    if chown(folder.path(), Some(61000), Some(61001)).is_err() {
        eprintln!("skipped: only the superuser can give files away");
        return;
    }
    chown(&plan, Some(61000), Some(61001)).unwrap();
    for (path, mode) in [(folder.path(), 0o770), (&plan, 0o660)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    // Not the group they create files in, but one they belong to.
    let Some(output) = run_as("61002", "61001", &write_into(&plan)) else { return };
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let now = fs::metadata(&plan).unwrap();
    assert_eq!((now.uid(), now.gid(), mode(&plan)), (61002, 61001, 0o660));
    let note =
        format!("note: {}: saved, but the file belongs to you now and no longer to user 61000\n", plan.display());
    assert_eq!(text(&output.stderr), note);

    // Who owns a file of a group that is not theirs cannot give the new one to it, and lets nobody else do what only
    // that group might.
    chown(&plan, Some(61002), Some(61003)).unwrap();
    let output = run_as("61002", "61001", &write_into(&plan)).unwrap();
    assert_eq!((fs::metadata(&plan).unwrap().gid(), mode(&plan)), (61002, 0o600));
    let notes = text(&output.stderr);
    assert!(notes.contains("the file no longer belongs to group 61003\n"), "{notes}");
    assert!(notes.contains("its permissions are 600 now, they were 660\n"), "{notes}");
}

#[test]
fn the_superuser_keeps_everything() {
    let (_folder, plan) = folder_with_plan();
    if chown(&plan, Some(61000), Some(61001)).is_err() {
        eprintln!("skipped: only the superuser can give files away");
        return;
    }
    fs::set_permissions(&plan, fs::Permissions::from_mode(0o640)).unwrap();
    answer(&write_into(&plan));
    let now = fs::metadata(&plan).unwrap();
    assert_eq!((now.uid(), now.gid(), mode(&plan)), (61000, 61001, 0o640));
}

#[test]
fn a_plan_one_may_not_write_is_not_replaced() {
    let (folder, plan) = folder_with_plan();
    let before = fs::metadata(&plan).unwrap().ino();
    fs::set_permissions(&plan, fs::Permissions::from_mode(0o444)).unwrap();
    let output = run(&write_into(&plan));
    assert!(text(&output.stderr).contains("the file is write-protected"), "{}", text(&output.stderr));
    assert_eq!(output.status.code(), Some(2));

    // Everybody may replace files in this folder, but not write this one.
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    fs::set_permissions(&plan, fs::Permissions::from_mode(0o644)).unwrap();
    if let Some(output) = run_as("61002", "61002", &write_into(&plan)) {
        assert_eq!(output.status.code(), Some(2));
        let line = text(&output.stderr);
        assert!(line.contains("writing to this file is not permitted"), "{line}");
        let output = run_as("61002", "61002", &[&write_into(&plan)[..], &["--lang", "zh-CN"]].concat()).unwrap();
        assert!(text(&output.stderr).contains("没有写入此文件的权限"));
    }
    assert_eq!(fs::metadata(&plan).unwrap().ino(), before);
    assert_eq!(fs::read(&plan).unwrap(), fs::read(WORKED_CASE).unwrap());
}

#[test]
fn a_broken_hard_link_is_told() {
    let (folder, plan) = folder_with_plan();
    let link = folder.path().join("link.ron");
    fs::hard_link(&plan, &link).unwrap();
    let output = run(&write_into(&plan));
    assert_eq!(output.status.code(), Some(0));
    let note = format!("note: {}: saved; another name of the file still holds what was saved before\n", plan.display());
    assert_eq!(text(&output.stderr), note);
    assert_eq!(fs::read(&link).unwrap(), fs::read(WORKED_CASE).unwrap());
    assert_eq!(text(&run(&write_into(&plan)).stderr), "", "once");
}

#[test]
fn what_a_written_allocation_replaces_is_kept_as_an_earlier_version() {
    let (folder, plan) = folder_with_plan();
    let before = fs::read(&plan).unwrap();
    let state = folder.path().join("state");
    let write = |state: &Path| program(&write_into(&plan)).env("XDG_STATE_HOME", state).output().unwrap();
    let output = write(&state);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let [version] = &file::versions(&state.join("ripple-planner"), &plan).unwrap()[..] else { panic!("one") };
    assert_eq!(fs::read(&version.file).unwrap(), before);
    assert_eq!(mode(&state.join("ripple-planner")), 0o700);

    // Where it cannot be kept the plan is written all the same.
    fs::copy(WORKED_CASE, &plan).unwrap();
    fs::write(folder.path().join("no folder"), "").unwrap();
    let output = write(&folder.path().join("no folder"));
    let note = text(&output.stderr);
    assert!(note.contains("could not be kept as an earlier version"), "{note}");
    assert_eq!((output.status.code(), note.matches('\n').count()), (Some(0), 1));
    assert_ne!(fs::read(&plan).unwrap(), before);
}
