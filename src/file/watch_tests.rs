use std::fs;
use std::path::PathBuf;

use super::*;
use crate::file::save;

const PLAN: &str = include_str!("../../saved_plans/blank.ron");

struct Bench {
    _folder: tempfile::TempDir,
    path: PathBuf,
    watched: Watched,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let within = folder.path().join("plans");
        fs::create_dir(&within).unwrap();
        let path = within.join("plan.ron");
        fs::write(&path, PLAN).unwrap();
        let (_, known) = open_known(&path).unwrap();
        Self { watched: Watched::new(&path, known), path, _folder: folder }
    }

    /// What is told while looking so often, in order.
    fn told(&mut self, looks: u32) -> Vec<String> {
        let name = |found| match found {
            Found::Same => "same".to_owned(),
            Found::Theirs(theirs) => theirs.plan.title,
            Found::Gone => "gone".to_owned(),
            Found::FolderGone => "folder gone".to_owned(),
            Found::Unreadable(error) => error.to_string(),
        };
        (0..looks).filter_map(|_| self.watched.look().map(name)).collect()
    }
}

fn titled(title: &str) -> String {
    let mut plan = crate::file::read_text(PLAN).unwrap();
    title.clone_into(&mut plan.title);
    crate::file::write_text(&plan).unwrap()
}

fn set_modified(path: &Path, time: std::time::SystemTime) {
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

#[test]
fn what_others_write_is_told_once() {
    let mut bench = Bench::new();
    assert_eq!(bench.told(5), [""; 0]);
    fs::write(&bench.path, titled("Theirs")).unwrap();
    assert_eq!(bench.told(5), ["Theirs"]);
    let written = fs::metadata(&bench.path).unwrap().modified().unwrap();
    fs::write(&bench.path, titled("Again!")).unwrap();
    set_modified(&bench.path, written);
    assert_eq!(bench.told(5), ["Again!"], "of the same length within one tick");
    set_modified(&bench.path, written + std::time::Duration::from_secs(1));
    assert_eq!(bench.told(5), [""; 0], "a new time alone is no change");
    fs::write(&bench.path, PLAN).unwrap();
    assert_eq!(bench.told(5), ["same"], "taken back");
    fs::write(&bench.path, PLAN).unwrap();
    assert_eq!(bench.told(5), [""; 0], "the same bytes again are no change");
}

#[test]
fn what_we_save_is_no_change() {
    let mut bench = Bench::new();
    let mut plan = crate::file::read_text(PLAN).unwrap();
    plan.title = "Ours".to_owned();
    let saved = save(&bench.path, &plan).unwrap();
    bench.watched.know(saved.fingerprint);
    assert_eq!(bench.told(5), [""; 0]);
}

#[test]
fn a_file_written_in_pieces_is_waited_for() {
    let mut bench = Bench::new();
    let text = titled("Whole");
    for part in [0, text.len() / 3, text.len() / 2] {
        fs::write(&bench.path, &text[..part]).unwrap();
        assert_eq!(bench.told(PATIENCE - 1), [""; 0], "{part}");
    }
    fs::write(&bench.path, &text).unwrap();
    assert_eq!(bench.told(5), ["Whole"]);
}

#[test]
fn a_broken_file_that_stays_is_told_with_its_line() {
    let mut bench = Bench::new();
    fs::write(&bench.path, &titled("Half")[..200]).unwrap();
    let told = bench.told(9);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("plan.ron:"), "{told:?}");
}

#[test]
fn a_file_that_comes_right_back_was_never_gone() {
    let mut bench = Bench::new();
    for _ in 0..3 {
        fs::remove_file(&bench.path).unwrap();
        assert_eq!(bench.told(PATIENCE - 1), [""; 0]);
        fs::write(&bench.path, PLAN).unwrap();
        assert_eq!(bench.told(2), [""; 0]);
    }
}

#[test]
fn a_file_or_folder_that_goes_and_comes_back_is_told() {
    let mut bench = Bench::new();
    fs::remove_file(&bench.path).unwrap();
    assert_eq!(bench.told(5), ["gone"]);
    fs::write(&bench.path, PLAN).unwrap();
    assert_eq!(bench.told(5), ["same"]);
    let folder = bench.path.parent().unwrap().to_owned();
    let elsewhere = folder.with_file_name("renamed");
    fs::rename(&folder, &elsewhere).unwrap();
    assert_eq!(bench.told(5), ["folder gone"]);
    fs::rename(&elsewhere, &folder).unwrap();
    assert_eq!(bench.told(5), ["same"]);
    fs::remove_file(&bench.path).unwrap();
    fs::create_dir(&bench.path).unwrap();
    assert_eq!(bench.told(9).len(), 1, "a folder of its name");
}
