//! Savings that are killed at any moment: the file is the old one or the new one, whole, and nothing else is touched.
//!
//! A child saves without end: a plan over itself, as the window does, with its earlier versions; an export; the settings.
//! It is killed (SIGKILL), what it left is looked at, and the next child goes on there.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ripple_planner::file::settings::Theme;
use ripple_planner::file::{self, Note, Over, Settings, open_known, save_keeping, write_text};
use ripple_planner::plan::Plan;

use super::BLANK;

/// Tell a child where to save, and where to keep earlier versions.
const FOLDER: &str = "RIPPLE_PLANNER_KILLED_IN";
const STATE: &str = "RIPPLE_PLANNER_KILLED_STATE";
const FILES: [&str; 4] = ["neighbour.ron", "plan.ron", "settings.ron", "summary.txt"];

/// The two versions of everything that is saved.
struct Versions {
    plans: [Plan; 2],
    exports: [Vec<u8>; 2],
    settings: [Settings; 2],
}

impl Versions {
    fn new() -> Self {
        let plans = ["one", "two"].map(|title| {
            let mut plan = file::open(BLANK).unwrap();
            title.clone_into(&mut plan.title);
            // Of different length, one of them more than a piece.
            plan.note = format!("{title} 涟漪 ").repeat(if title == "one" { 500 } else { 6_500 });
            plan
        });
        let exports = [b'1', b'2'].map(|digit| vec![digit; 70_000 * usize::from(digit - b'0')]);
        let settings = [Theme::Light, Theme::Dark].map(|theme| Settings { theme, ..Settings::default() });
        Self { plans, exports, settings }
    }

    /// The bytes of each file's versions.
    fn bytes(&self, folder: &Path) -> [(&'static str, [Vec<u8>; 2]); 3] {
        let settings = self.settings.each_ref().map(|settings| {
            let path = folder.join("settings.ron");
            settings.save(&path).unwrap();
            fs::read(path).unwrap()
        });
        let plans = self.plans.each_ref().map(|plan| write_text(plan).unwrap().into_bytes());
        [("plan.ron", plans), ("summary.txt", self.exports.clone()), ("settings.ron", settings)]
    }
}

/// Not a test of its own: the child of those below.
#[test]
#[ignore = "the child of the tests below"]
fn saves_without_end() {
    let place = |name| std::env::var_os(name).map(PathBuf::from);
    let (Some(folder), Some(state)) = (place(FOLDER), place(STATE)) else { return };
    let versions = Versions::new();
    let (_, mut read) = open_known(folder.join("plan.ron")).unwrap();
    let mut begun = Instant::now();
    for turn in (0..2).cycle() {
        // As the window saves, and as somebody overwrites.
        let over = if turn == 0 { Over::AsRead(read) } else { Over::Anything };
        let saved = save_keeping(folder.join("plan.ron"), &versions.plans[turn], over, Some(&state)).unwrap();
        // Killed right after the file got its second name, as an earlier version, it has one too many once.
        assert!(saved.notes.iter().all(|note| *note == Note::OtherNames(1)), "{:?}", saved.notes);
        read = saved.fingerprint;
        file::export(folder.join("summary.txt"), &versions.exports[turn], Over::Anything).unwrap();
        versions.settings[turn].save(&folder.join("settings.ron")).unwrap();
        println!("took {}", begun.elapsed().as_micros());
        std::io::stdout().flush().unwrap();
        begun = Instant::now();
    }
}

/// What was met.
#[derive(Debug, Default)]
struct Counts {
    kills: u32,
    /// Kills after which a draft lay about: they came in the middle of a saving.
    amid: u32,
    /// How often each version of the plan was there.
    plans: [u32; 2],
    /// Earlier versions that are kept at the end.
    versions: usize,
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// How many earlier versions are kept, after one more saving has tidied there; each must be whole.
fn whole_versions(root: &Path, plans: &[Vec<u8>; 2]) -> usize {
    let of_plan = fs::read_dir(root).unwrap().next().unwrap().unwrap().path();
    let names = names(&of_plan);
    for name in &names {
        let bytes = fs::read(of_plan.join(name)).unwrap();
        assert!(plans.contains(&bytes), "{name}: {} bytes of neither", bytes.len());
    }
    names.len()
}

/// Kills a child so often, each at another moment.
fn kill(disk: &Path, kills: u32) -> Counts {
    let (place, state) = (tempfile::tempdir_in(disk).unwrap(), tempfile::tempdir().unwrap());
    let folder = place.path();
    let versions = Versions::new();
    let known = versions.bytes(folder);
    file::save(folder.join("plan.ron"), &versions.plans[0]).unwrap();
    fs::write(folder.join("summary.txt"), &versions.exports[0]).unwrap();
    fs::write(folder.join("neighbour.ron"), "somebody else's").unwrap();
    let mut counts = Counts::default();
    // Any sequence of moments will do; this one is the same every time.
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for number in 0..kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["killed::saves_without_end", "--exact", "--ignored", "--nocapture"])
            .env(FOLDER, folder)
            .env(STATE, state.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let took = said.find_map(|line| line.strip_prefix("took ")?.parse::<u64>().ok());
        let took = took.unwrap_or_else(|| panic!("kill {number}: the last child could not go on"));
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        // Anywhere within the next two rounds.
        std::thread::sleep(Duration::from_micros(random % (2 * took)));
        child.kill().unwrap();
        assert!(!child.wait().unwrap().success());

        for (name, versions) in &known {
            let bytes = fs::read(folder.join(name)).unwrap();
            let which = versions.iter().position(|version| *version == bytes);
            let which = which.unwrap_or_else(|| panic!("kill {number}: {name} holds {} bytes of neither", bytes.len()));
            if *name == "plan.ron" {
                counts.plans[which] += 1;
            }
        }
        assert_eq!(fs::read(folder.join("neighbour.ron")).unwrap(), b"somebody else's");
        let drafts = names(folder).into_iter().filter(|name| !FILES.contains(&name.as_str())).count();
        assert!(drafts <= 1, "kill {number}: {:?}", names(folder));
        counts.kills += 1;
        counts.amid += u32::from(drafts == 1);
    }
    for plan in &versions.plans {
        save_keeping(folder.join("plan.ron"), plan, Over::Anything, Some(state.path())).unwrap();
    }
    assert!(names(folder).iter().eq(FILES), "the next saving tidies: {:?}", names(folder));
    counts.versions = whole_versions(&state.path().join("versions"), &known[0].1);
    counts
}

fn kill_on(disks: &[&str], kills: u32) {
    for disk in disks.iter().map(Path::new).filter(|disk| disk.is_dir()) {
        let begun = Instant::now();
        let counts = kill(disk, kills);
        println!("{}: {counts:?} in {:.0?}", disk.display(), begun.elapsed());
        assert!((counts.amid > 0 || kills < 400) && counts.plans.iter().all(|plan| *plan > 0), "{counts:?}");
    }
}

#[test]
fn a_killed_saving_leaves_a_whole_file() {
    kill_on(&[std::env::temp_dir().to_str().unwrap(), "/dev/shm"], 25);
}

/// `RIPPLE_PLANNER_KILLS=10000` says how often, on each disk.
#[test]
#[ignore = "the long form: minutes"]
fn thousands_of_killed_savings_leave_whole_files() {
    let kills = std::env::var("RIPPLE_PLANNER_KILLS").map_or(1_000, |kills| kills.parse().unwrap());
    kill_on(&[std::env::temp_dir().to_str().unwrap(), "/dev/shm"], kills);
}
