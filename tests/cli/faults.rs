//! What a system refuses for real: each time the old file is whole, and one line says what to do, in both languages.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::files::{folder_with_plan, run_as, write_into};
use super::{BLANK, WORKED_CASE, answer, path_text, refused, run, text};

/// A command that must be refused, and what its line says in both languages.
fn is_refused(arguments: &[&str], [english, chinese]: [&str; 2]) {
    for (language, expected) in [("en", english), ("zh-CN", chinese)] {
        let line = refused(&run(&[arguments, &["--lang", language]].concat()));
        assert!(line.contains(expected), "{arguments:?}: {line}");
    }
}

#[test]
fn a_name_that_is_too_long_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let long = folder.path().join(format!("{}.ron", "涟".repeat(100)));
    is_refused(&["new", path_text(&long)], ["not saved: this name is too long", "未保存：名称过长"]);
    is_refused(&["check", path_text(&long)], ["not read: this name is too long", "未读取：名称过长"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);

    // As long as a name may be, it is saved and read, though a draft needs a name, too.
    let longest = folder.path().join(format!("{}.ron", "涟".repeat(83)));
    answer(&["new", path_text(&longest)]);
    answer(&["summary", path_text(&longest)]);
}

#[test]
fn a_folder_that_is_gone_or_none_is_said() {
    let (folder, plan) = folder_with_plan();
    let gone = folder.path().join("gone/plan.ron");
    is_refused(&["new", path_text(&gone)], ["its folder does not exist", "所在文件夹不存在"]);
    is_refused(&["check", path_text(&gone)], ["there is no such file", "没有这个文件"]);
    let within = plan.join("plan.ron");
    is_refused(&["new", path_text(&within)], ["a part of the path is a file", "路径中有一段是文件"]);
    is_refused(&["check", path_text(folder.path())], ["this is a folder", "这是文件夹"]);
    is_refused(&["new", path_text(folder.path())], ["this is a folder", "这是文件夹"]);
    assert_eq!(fs::read(plan).unwrap(), fs::read(WORKED_CASE).unwrap());
}

#[test]
fn a_folder_one_may_not_write_in_is_said() {
    let (folder, plan) = folder_with_plan();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    fs::set_permissions(&plan, fs::Permissions::from_mode(0o666)).unwrap();
    for (language, expected) in [("en", "writing in this folder is not permitted"), ("zh-CN", "没有写入此文件夹的权限")]
    {
        let arguments = [&write_into(&plan)[..], &["--lang", language]].concat();
        let Some(output) = run_as("61002", "61002", &arguments) else { return };
        assert_eq!(output.status.code(), Some(2));
        let line = text(&output.stderr);
        assert!(line.contains(expected) && line.matches('\n').count() == 1, "{line}");
    }
    assert_eq!(fs::read(&plan).unwrap(), fs::read(WORKED_CASE).unwrap());

    // Nor read.
    fs::set_permissions(&plan, fs::Permissions::from_mode(0o600)).unwrap();
    for (language, expected) in [("en", "reading is not permitted"), ("zh-CN", "没有读取权限")] {
        let output = run_as("61002", "61002", &["check", path_text(&plan), "--lang", language]).unwrap();
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn texts_of_other_systems() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = fs::read_to_string(BLANK).unwrap();
    let checked = answer(&["check", BLANK]);
    // A byte order mark and the line ends of Windows change nothing.
    for same in
        [format!("\u{feff}{plan}"), plan.replace('\n', "\r\n"), format!("\u{feff}{}", plan.replace('\n', "\r\n"))]
    {
        fs::write(&path, &same).unwrap();
        assert_eq!(answer(&["check", path_text(&path)]), checked);
    }
    let units: Vec<u16> = plan.encode_utf16().collect();
    let bytes =
        |mark: &[u8], of: fn(u16) -> [u8; 2]| [mark, &units.iter().copied().flat_map(of).collect::<Vec<_>>()].concat();
    let little = bytes(b"\xff\xfe", u16::to_le_bytes);
    let big = bytes(b"\xfe\xff", u16::to_be_bytes);
    let unmarked = bytes(b"", u16::to_le_bytes);
    for wide in [little, big, unmarked, b"Plan(title: \"\xbc\xc6\xbb\xae\")".to_vec()] {
        fs::write(&path, &wide).unwrap();
        is_refused(&["check", path_text(&path)], ["this is not UTF-8 text", "文件不是 UTF-8 文本"]);
        assert_eq!(fs::read(&path).unwrap(), wide);
    }
}
