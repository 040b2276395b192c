//! Which versions are kept, where, and that they are exactly what was there.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, SystemTime};

use jiff::civil::date;

use super::super::draft::Disk;
use super::super::{Over, Saved, write_keeping};
use super::*;
use crate::file::{Fingerprint, Note};

struct Bench {
    folder: tempfile::TempDir,
    root: PathBuf,
    path: PathBuf,
    read: Option<Fingerprint>,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (root, path) = (folder.path().join("state/versions"), folder.path().join("plan.ron"));
        Self { folder, root, path, read: None }
    }

    fn save(&mut self, bytes: &[u8]) -> Saved {
        let over = self.read.map_or(Over::Nothing, Over::AsRead);
        let saved = write_keeping(&mut Disk, &self.path, bytes, over, Some(&self.root)).unwrap();
        self.read = Some(saved.fingerprint);
        saved
    }

    fn kept(&self) -> Vec<Vec<u8>> {
        let versions = versions(&self.root, &self.path).unwrap();
        versions.iter().map(|version| fs::read(&version.file).unwrap()).collect()
    }

    /// Makes the file look as if it was saved so many hours ago.
    fn age(&mut self, hours: u64) {
        let file = fs::File::options().write(true).open(&self.path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_hours(hours)).unwrap();
        let (metadata, bytes) = (fs::metadata(&self.path).unwrap(), fs::read(&self.path).unwrap());
        self.read = Some(Fingerprint::of(&metadata, &bytes));
    }
}

#[test]
fn each_save_keeps_exactly_the_bytes_that_were_there() {
    let mut bench = Bench::new();
    for bytes in [b"one".as_slice(), b"\xef\xbb\xbftwo\r\n", b"", b"four", b"four", b"five"] {
        assert_eq!(bench.save(bytes).notes, []);
    }
    assert_eq!(
        bench.kept(),
        [b"four".as_slice(), b"", b"\xef\xbb\xbftwo\r\n", b"one"],
        "what is the same is kept once"
    );
    assert_eq!(fs::read(&bench.path).unwrap(), b"five");
}

#[test]
fn what_somebody_agreed_to_replace_is_kept_too() {
    let mut bench = Bench::new();
    bench.save(b"ours");
    fs::write(&bench.path, "theirs").unwrap();
    write_keeping(&mut Disk, &bench.path, b"overwritten", Over::Anything, Some(&bench.root)).unwrap();
    assert_eq!(bench.kept(), [b"theirs"]);
}

#[cfg(unix)]
#[test]
fn every_name_of_a_file_leads_to_the_same_versions() {
    let mut bench = Bench::new();
    bench.save(b"one");
    bench.save(b"two");
    let link = bench.folder.path().join("link.ron");
    std::os::unix::fs::symlink(&bench.path, &link).unwrap();
    assert_eq!(versions(&bench.root, &link).unwrap(), versions(&bench.root, &bench.path).unwrap());
    assert_eq!(versions(&bench.root, &link).unwrap().len(), 1);
    fs::remove_file(&bench.path).unwrap();
    assert_eq!(bench.kept(), [b"one"], "also when the file is gone");
}

#[cfg(unix)]
#[test]
fn a_version_is_not_changed_by_who_writes_into_another_name_of_the_file() {
    let mut bench = Bench::new();
    bench.save(b"one");
    let backup = bench.folder.path().join("backup.ron");
    fs::hard_link(&bench.path, &backup).unwrap();
    let notes = bench.save(b"two").notes;
    assert_eq!(notes, [Note::OtherNames(1)]);
    fs::write(&backup, "written into").unwrap();
    assert_eq!(bench.kept(), [b"one"]);
    assert_eq!(bench.save(b"three").notes, [], "a version is no other name of the file");
}

#[test]
fn files_of_the_same_name_in_other_folders_have_versions_of_their_own() {
    let mut bench = Bench::new();
    bench.save(b"one");
    bench.save(b"two");
    let other = bench.folder.path().join("other/plan.ron");
    assert_eq!(versions(&bench.root, &other).unwrap(), []);
    let shown = folder_of(&bench.root, Path::new("/q1/涟漪 2026.ron"));
    assert!(shown.file_name().unwrap().to_str().unwrap().starts_with("涟漪 2026-"), "a person finds them, too");
}

#[test]
fn a_time_that_is_taken_by_other_bytes_hides_no_version() {
    let mut bench = Bench::new();
    let tick = SystemTime::now();
    for bytes in [b"one", b"two", b"six"] {
        bench.save(bytes);
        fs::File::options().write(true).open(&bench.path).unwrap().set_modified(tick).unwrap();
        bench.read = Some(Fingerprint::of(&fs::metadata(&bench.path).unwrap(), bytes));
    }
    bench.save(b"end");
    assert_eq!(bench.kept(), [b"six", b"two", b"one"]);
}

#[test]
fn where_nothing_can_be_kept_the_plan_is_saved_and_it_is_said() {
    let mut bench = Bench::new();
    bench.save(b"one");
    fs::write(bench.folder.path().join("state"), "a file").unwrap();
    let notes = bench.save(b"two").notes;
    assert!(matches!(&notes[..], [Note::NoVersion { folder, .. }] if *folder == bench.root), "{notes:?}");
    assert_eq!(fs::read(&bench.path).unwrap(), b"two");
}

#[test]
fn a_saving_that_fails_makes_no_version() {
    struct NoPlace;
    impl super::super::Fs for NoPlace {
        fn before(&mut self, step: super::super::Step) -> io::Result<()> {
            if step == super::super::Step::Place { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }
    }
    let mut bench = Bench::new();
    bench.save(b"one");
    write_keeping(&mut NoPlace, &bench.path, b"two", Over::Anything, Some(&bench.root)).unwrap_err();
    assert_eq!(bench.kept(), [b""; 0]);
    assert_eq!(bench.save(b"three").notes, []);
    assert_eq!(bench.kept(), [b"one"]);
}

#[test]
fn all_of_today_stay_and_the_last_of_each_day_before() {
    let mut bench = Bench::new();
    bench.save(b"begun");
    for (hours, bytes) in [(50, b"day 2, a"), (49, b"day 2, b"), (25, b"day 1, a")] {
        bench.save(bytes);
        bench.age(hours);
    }
    bench.save(b"today");
    let kept = bench.kept();
    assert_eq!(kept.first().map(Vec::as_slice), Some(b"begun".as_slice()), "it was saved just now");
    assert!(kept.contains(&b"day 1, a".to_vec()) && kept.contains(&b"day 2, b".to_vec()), "{kept:?}");

    let (today, before) = (date(2026, 11, 28), |days: i64| date(2026, 11, 28) - jiff::Span::new().days(days));
    let mut many = vec![(today, 1); 40];
    many.extend((1..=30).flat_map(|days| [(before(days), 1); 2]));
    let stays = worth_keeping(&many, today);
    let count = |range: std::ops::Range<usize>| stays[range].iter().filter(|stays| **stays).count();
    assert_eq!((count(0..40), count(40..100)), (OF_TODAY, DAYS));
    assert!(stays[0] && stays[29] && !stays[30] && stays[40] && !stays[41] && stays[42]);
}

/// As after `cp -p` of an old copy over the plan.
#[test]
fn what_was_just_replaced_stays_however_old_it_is() {
    let mut bench = Bench::new();
    bench.save(b"begun");
    for days in 1..=22 {
        bench.save(format!("day {days}").as_bytes());
        bench.age(24 * days);
    }
    bench.save(b"today");
    let kept = bench.kept();
    assert_eq!(kept.last().map(Vec::as_slice), Some(b"day 22".as_slice()));
    assert!(!kept.contains(&b"day 21".to_vec()), "the next saving makes room");
}

#[test]
fn large_versions_go_the_oldest_first() {
    let today = date(2026, 11, 28);
    let large = |count: usize| worth_keeping(&vec![(today, MOST_BYTES / 4); count], today);
    assert_eq!(large(6), [true, true, true, true, false, false]);
    let before = |days: i64| today - jiff::Span::new().days(days);
    let two_days = [(before(1), MOST_BYTES / 2), (before(1), MOST_BYTES), (before(2), MOST_BYTES / 2)];
    assert_eq!(worth_keeping(&two_days, today), [true, false, true], "what goes takes no room");
}

#[test]
fn a_name_is_a_time_and_a_time_a_name() {
    for nanos in [0, 1, 1_764_286_925_250_000_000, 1_764_286_925_123_456_789] {
        let time = Timestamp::from_nanosecond(nanos).unwrap();
        let name = name(time);
        assert!(!name.contains(':'));
        assert_eq!(super::time(name.strip_suffix(".ron").unwrap()), Some(time));
    }
    assert_eq!(super::time("notes"), None);
}

#[test]
fn all_versions_go_and_nothing_else() {
    let mut bench = Bench::new();
    remove_versions(&bench.root).unwrap();
    for bytes in [b"one", b"two", b"six"] {
        bench.save(bytes);
    }
    let folder = folder_of(&bench.root, &bench.path);
    fs::write(folder.join("notes.ron"), "somebody's").unwrap();
    remove_versions(&bench.root).unwrap();
    assert_eq!(bench.kept(), [b""; 0]);
    assert_eq!(fs::read(folder.join("notes.ron")).unwrap(), b"somebody's");
    fs::remove_file(folder.join("notes.ron")).unwrap();
    remove_versions(&bench.root).unwrap();
    assert!(!folder.exists());
    assert_eq!(fs::read(&bench.path).unwrap(), b"six");
}
