//! What must not be lost, at the moments at which it could be.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::draft::{Disk, Fs, Step};
use super::folder::{AtWork, PREFIX, folder_of, resolve};
use super::read::look;
use super::*;
use crate::file::{FileError, Fingerprint, Note};

/// Does something right before a step.
struct At<F>(Step, F);

impl<F: FnMut()> Fs for At<F> {
    fn before(&mut self, step: Step) -> io::Result<()> {
        if step == self.0 {
            (self.1)();
        }
        Ok(())
    }
}

/// A folder with a file that was read.
struct Place {
    folder: tempfile::TempDir,
    path: PathBuf,
    read: Fingerprint,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        let read = write(&mut Disk, &path, b"old", Over::Nothing).unwrap().fingerprint;
        Self { folder, path, read }
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// As an editor saves: another file takes the place.
    fn replaced_outside(&self, bytes: &[u8]) {
        let theirs = self.folder.path().join("theirs");
        fs::write(&theirs, bytes).unwrap();
        fs::rename(&theirs, &self.path).unwrap();
    }
}

#[test]
fn a_change_while_the_draft_is_written_stays() {
    let place = Place::new();
    for step in [Step::Create, Step::Write, Step::Sync, Step::Check] {
        let read = write(&mut Disk, &place.path, b"old", Over::Anything).unwrap().fingerprint;
        let mut outside = At(step, || fs::write(&place.path, "out").unwrap());
        let refused = write(&mut outside, &place.path, b"new", Over::AsRead(read));
        assert!(matches!(refused, Err(FileError::ChangedOutside(_))), "{step:?}: {refused:?}");
        assert_eq!(place.bytes("plan.ron"), b"out", "{step:?}");
        assert_eq!(place.names(), ["plan.ron"], "{step:?}: nothing lies about");
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
#[test]
fn a_change_in_the_last_gap_is_kept_beside() {
    for in_place in [true, false] {
        let place = Place::new();
        let mut outside = At(Step::Place, || {
            if in_place { fs::write(&place.path, "out").unwrap() } else { place.replaced_outside(b"out") }
        });
        let saved = write(&mut outside, &place.path, b"new", Over::AsRead(place.read)).unwrap();
        let kept = place.folder.path().canonicalize().unwrap().join("plan.other.ron");
        assert_eq!(saved.notes, [Note::OtherVersion(kept)]);
        assert_eq!((place.bytes("plan.ron"), place.bytes("plan.other.ron")), (b"new".into(), b"out".into()));
        assert_eq!(place.names(), ["plan.other.ron", "plan.ron"]);

        // A second time the name is taken.
        let mut outside = At(Step::Place, || place.replaced_outside(b"out again"));
        write(&mut outside, &place.path, b"newer", Over::AsRead(saved.fingerprint)).unwrap();
        assert_eq!(place.bytes("plan.other.ron"), b"out");
        assert_eq!(place.bytes("plan.other-2.ron"), b"out again");
    }
}

#[test]
fn a_file_that_goes_or_comes_in_the_last_gap_costs_nothing() {
    let place = Place::new();
    let mut gone = At(Step::Place, || fs::remove_file(&place.path).unwrap());
    write(&mut gone, &place.path, b"new", Over::AsRead(place.read)).unwrap();
    assert_eq!(place.bytes("plan.ron"), b"new");

    for over in [Over::AsRead(place.read), Over::Nothing, Over::Anything] {
        fs::remove_file(&place.path).unwrap();
        let mut come = At(Step::Place, || fs::write(&place.path, "out").unwrap());
        let refused = write(&mut come, &place.path, b"new", over);
        assert!(matches!(refused, Err(FileError::ChangedOutside(_) | FileError::Exists(_))), "{over:?}: {refused:?}");
        assert_eq!(place.bytes("plan.ron"), b"out", "{over:?}");
    }
    assert_eq!(place.names(), ["plan.ron"]);
}

#[test]
fn only_what_may_be_lost_is_written_over() {
    let place = Place::new();
    let refused = write(&mut Disk, &place.path, b"new", Over::Nothing);
    assert!(matches!(refused, Err(FileError::Exists(_))), "{refused:?}");
    fs::write(&place.path, "out").unwrap();
    let refused = write(&mut Disk, &place.path, b"new", Over::AsRead(place.read));
    assert!(matches!(refused, Err(FileError::ChangedOutside(_))), "{refused:?}");
    assert_eq!(place.bytes("plan.ron"), b"out");
    write(&mut Disk, &place.path, b"new", Over::Anything).unwrap();
    assert_eq!(place.bytes("plan.ron"), b"new");
}

#[test]
fn the_place_of_a_file_is_found_behind_links() {
    let missing = PathBuf::from("/no/such/folder/plan.ron");
    assert_eq!(resolve(&missing).unwrap(), missing);
    assert_eq!(folder_of(Path::new("plan.ron")), Path::new("."));
}

#[test]
fn more_bytes_than_allowed_are_not_read() {
    let place = Place::new();
    assert_eq!(read(&place.path, 3).unwrap().bytes, b"old");
    assert!(matches!(read(&place.path, 2), Err(FileError::TooLarge { bytes: 3, .. })));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::sync::mpsc::channel;
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::fs::{CWD, Mode, XattrFlags, getxattr, mkfifoat, setxattr};

    use super::*;
    use crate::file::Settings;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    /// The mode of the draft in a folder, if there is one.
    fn draft_mode(folder: &Path) -> Option<u32> {
        let mut entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
        entries.find(|entry| entry.file_name().to_str().unwrap().starts_with(PREFIX)).map(|entry| mode(&entry.path()))
    }

    /// Looks at the mode of the draft before every step.
    struct Watch<'a>(&'a Path, Vec<(Step, Option<u32>)>);

    impl Fs for Watch<'_> {
        fn before(&mut self, step: Step) -> io::Result<()> {
            self.1.push((step, draft_mode(self.0)));
            Ok(())
        }
    }

    #[test]
    fn a_draft_is_never_open_to_more_people_than_its_file() {
        for wanted in [0o600, 0o640, 0o660, 0o666] {
            let place = Place::new();
            fs::set_permissions(&place.path, fs::Permissions::from_mode(wanted)).unwrap();
            let mut watch = Watch(place.folder.path(), Vec::new());
            write(&mut watch, &place.path, b"new", Over::AsRead(place.read)).unwrap();
            let (private, whole) = (Some(0o600), Some(wanted));
            let expected = [
                (Step::Create, None),
                (Step::Write, private),
                (Step::Sync, whole),
                (Step::Check, whole),
                (Step::Place, whole),
                (Step::SyncFolder, None),
            ];
            assert_eq!(watch.1, expected, "{wanted:o}");
            assert_eq!(mode(&place.path), wanted);
        }
    }

    #[test]
    fn what_killed_savings_leave_is_swept_by_the_next() {
        let place = Place::new();
        let leave = || fs::write(place.folder.path().join(format!("{PREFIX}dead.tmp")), "half").unwrap();
        fs::write(place.folder.path().join("mine.tmp"), "").unwrap();
        leave();
        let saved = write(&mut Disk, &place.path, b"new", Over::AsRead(place.read)).unwrap();
        assert_eq!(place.names(), ["mine.tmp", "plan.ron"]);

        // Somebody at work in the folder may be writing it just now.
        leave();
        let at_work = AtWork::begin(place.folder.path());
        assert_eq!(place.names(), ["mine.tmp", "plan.ron"], "swept once more at the beginning");
        leave();
        let saved = write(&mut Disk, &place.path, b"newer", Over::AsRead(saved.fingerprint)).unwrap();
        assert_eq!(place.names(), [&format!("{PREFIX}dead.tmp"), "mine.tmp", "plan.ron"]);
        drop(at_work);
        write(&mut Disk, &place.path, b"newest", Over::AsRead(saved.fingerprint)).unwrap();
        assert_eq!(place.names(), ["mine.tmp", "plan.ron"]);
    }

    #[test]
    fn other_names_of_a_file_are_told_about() {
        let place = Place::new();
        fs::hard_link(&place.path, place.folder.path().join("link.ron")).unwrap();
        let saved = write(&mut Disk, &place.path, b"new", Over::AsRead(place.read)).unwrap();
        assert_eq!(saved.notes, [Note::OtherNames(1)]);
        assert_eq!((place.bytes("plan.ron"), place.bytes("link.ron")), (b"new".into(), b"old".into()));
        let saved = write(&mut Disk, &place.path, b"newer", Over::AsRead(saved.fingerprint)).unwrap();
        assert_eq!(saved.notes, [], "once");
    }

    #[test]
    fn attributes_and_access_lists_are_kept() {
        let place = Place::new();
        if let Err(error) = setxattr(&place.path, "user.tags", b"quarter", XattrFlags::empty()) {
            eprintln!("skipped: this disk has no attributes ({error})");
            return;
        }
        // user::rw-, user:1234:rw-, group::r--, mask::rw-, other::---
        let entries = [(1, 6, u32::MAX), (2, 6, 1234), (4, 4, u32::MAX), (16, 6, u32::MAX), (32, 0, u32::MAX)];
        let mut list = 2_u32.to_le_bytes().to_vec();
        for (tag, rights, id) in entries {
            list.extend(u16::to_le_bytes(tag).iter().chain(&u16::to_le_bytes(rights)).chain(&u32::to_le_bytes(id)));
        }
        let has_lists = setxattr(&place.path, "system.posix_acl_access", &list, XattrFlags::empty()).is_ok();
        let before = (mode(&place.path), fs::metadata(&place.path).unwrap().ino());
        let saved = write(&mut Disk, &place.path, b"new", Over::AsRead(place.read)).unwrap();
        assert_eq!(saved.notes, []);
        let value = |name: &str| {
            let mut value = vec![0; 200];
            let length = getxattr(&place.path, name, &mut value[..]).unwrap();
            value.truncate(length);
            value
        };
        assert_eq!(value("user.tags"), b"quarter");
        assert_ne!(fs::metadata(&place.path).unwrap().ino(), before.1, "another file");
        if has_lists {
            assert_eq!((value("system.posix_acl_access"), mode(&place.path)), (list, before.0));
        } else {
            eprintln!("skipped: this disk has no access lists");
        }
    }

    /// Opened by somebody who waits, each of these would never come back.
    #[test]
    fn pipes_devices_and_sockets_are_refused_at_once() {
        let place = Place::new();
        let at = |name: &str| place.folder.path().join(name);
        mkfifoat(CWD, at("pipe"), Mode::from_raw_mode(0o600)).unwrap();
        let _socket = UnixListener::bind(at("socket")).unwrap();
        symlink("/dev/zero", at("zero")).unwrap();
        let begun = Instant::now();
        for name in ["pipe", "socket", "zero"] {
            let path = at(name);
            assert!(matches!(look(&path), Err(FileError::NotAFile(_))), "{name}");
            assert!(matches!(read(&path, 1 << 20), Err(FileError::NotAFile(_))), "{name}");
            for over in [Over::Nothing, Over::AsRead(place.read), Over::Anything] {
                let written = write(&mut Disk, &path, b"new", over);
                assert!(matches!(written, Err(FileError::NotAFile(_))), "{name}: {written:?}");
            }
            assert_eq!(Settings::load(&path).settings, Settings::default());
            assert!(Settings::default().save(&path).is_err());
        }
        assert!(matches!(read(place.folder.path(), 10), Err(FileError::IsFolder(_))));
        // Nobody reads it: it is not waited for.
        assert!(is_stream(&at("pipe")) && pour(&at("pipe"), b"new").is_err());
        assert!(begun.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn a_pipe_with_a_reader_takes_all() {
        let place = Place::new();
        let pipe = place.folder.path().join("pipe");
        mkfifoat(CWD, &pipe, Mode::from_raw_mode(0o600)).unwrap();
        let long = vec![b'x'; 1 << 20];
        let reader = thread::spawn({
            let pipe = pipe.clone();
            move || fs::read(pipe).unwrap().len()
        });
        while pour(&pipe, &long).is_err() {
            thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(reader.join().unwrap(), long.len());
    }

    /// Somebody else saves the file at any moment of our saving; each of their versions must be somewhere afterwards,
    /// unless they wrote over ours themselves.
    #[test]
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    fn of_several_hundred_saves_at_the_same_moment_none_is_lost() {
        const ROUNDS: usize = 400;
        let place = Place::new();
        let (to_outside, moments) = channel::<(usize, usize)>();
        let (to_us, done) = channel();
        let [mut refused, mut kept, mut after] = [0; 3];
        thread::scope(|scope| {
            let outside = &place;
            scope.spawn(move || {
                for (number, wait) in moments {
                    let until = Instant::now() + Duration::from_micros(wait as u64);
                    while Instant::now() < until {
                        std::hint::spin_loop();
                    }
                    let theirs = format!("theirs {number}");
                    if number % 2 == 0 {
                        outside.replaced_outside(theirs.as_bytes());
                    } else {
                        fs::write(&outside.path, theirs).unwrap();
                    }
                    to_us.send(()).unwrap();
                }
            });
            // Ends with this block, however that ends.
            let to_outside = to_outside;
            // Spread over the time a saving takes, in microseconds.
            let mut longest = 1000;
            for number in 0..ROUNDS {
                let known = write(&mut Disk, &place.path, b"before", Over::Anything).unwrap().fingerprint;
                to_outside.send((number, longest * (number * 7919 % ROUNDS) / ROUNDS)).unwrap();
                let begun = Instant::now();
                let saved = write(&mut Disk, &place.path, format!("ours {number}").as_bytes(), Over::AsRead(known));
                let took = usize::try_from(begun.elapsed().as_micros()).unwrap_or(usize::MAX);
                longest = (longest * 3 + took * 5 / 4) / 4;
                done.recv().unwrap();
                let theirs = format!("theirs {number}").into_bytes();
                let in_place = fs::read(&place.path).unwrap() == theirs;
                let beside = match &saved {
                    Err(FileError::ChangedOutside(_)) => false,
                    Err(error) => panic!("{error}"),
                    Ok(saved) => saved.notes.iter().any(|note| match note {
                        Note::OtherVersion(path) => {
                            let kept = fs::read(path).unwrap();
                            fs::remove_file(path).unwrap();
                            kept == theirs
                        }
                        _ => false,
                    }),
                };
                assert!(in_place || beside, "round {number}: {saved:?}");
                match (&saved, beside) {
                    (Err(_), _) => refused += 1,
                    (Ok(_), true) => kept += 1,
                    (Ok(_), false) => after += 1,
                }
            }
        });
        println!("{refused} refused, {kept} kept beside, {after} written over ours");
        assert_eq!(refused + kept + after, ROUNDS);
    }
}
