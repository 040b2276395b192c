//! Reports are looked at and read beside the window, which waits for none.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use ripple_planner::app::files::Files;
use ripple_planner::app::worker::Background;
use ripple_planner::file::{self, FileError};

use super::*;

/// A disk that lets a report be looked at or read when it is told to.
#[derive(Debug)]
struct Waits {
    looks: bool,
    let_go: Mutex<Receiver<()>>,
}

impl Waits {
    fn new(looks: bool) -> (Sender<()>, Arc<Self>) {
        let (lets, waits) = channel();
        (lets, Arc::new(Self { looks, let_go: Mutex::new(waits) }))
    }

    fn wait(&self) {
        // A test that has ended lets everything.
        let _ = self.let_go.lock().unwrap().recv();
    }
}

impl Files for Waits {
    fn is_plan(&self, path: &Path) -> bool {
        if self.looks {
            self.wait();
        }
        file::is_plan(path)
    }

    fn read_report(&self, path: &Path) -> Result<Vec<u8>, FileError> {
        if !self.looks {
            self.wait();
        }
        file::read_foreign(path)
    }
}

fn wait_for(case: &mut Case, until: &dyn Fn(&Case) -> bool) {
    for _ in 0..4000 {
        case.app.step();
        if until(case) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("{:?}", case.drawn());
}

#[test]
fn the_window_waits_for_no_report() {
    let (lets, files) = Waits::new(false);
    let how = |start: Start| Start { files, background: Background::Threads, ..start };
    let mut case = Case::with(
        Language::English,
        &worked_case(|_| {}),
        &[("may.csv", MAY), ("june.csv", "Date,Campaign,Cost\n2026-06-01,Forum,1\n")],
        how,
    );
    let press_button = |case: &mut Case, label: String| {
        case.app.get_by_role_and_label(Role::Button, &label).click();
        case.app.run_steps(3);
    };
    press_button(&mut case, words(Language::English).text("command-import"));
    press_button(&mut case, words(Language::English).text("import-window-files"));
    wait_for(&mut case, &|case| case.says_key("import-window-reading"));
    assert!(!case.can_be_taken());
    let leave_out = t!(case.words, "import-window-leave-out", file = "june.csv");
    press_button(&mut case, leave_out);
    assert!(!case.says("june.csv"), "who does not wait goes on");
    lets.send(()).unwrap();
    lets.send(()).unwrap();
    wait_for(&mut case, &Case::can_be_taken);
    press_button(&mut case, words(Language::English).text("import-window-take-in"));
    assert_eq!((case.spent("Brand"), case.spent("Forum")), (Some(15_075), None));
}

#[test]
fn what_is_dropped_while_something_else_is_looked_at_comes_too() {
    let (lets, files) = Waits::new(true);
    let how = |start: Start| Start { files, background: Background::Threads, ..start };
    let mut case = Case::with(Language::English, &worked_case(|_| {}), &[], how);
    let reports = [case.file("may.csv", MAY), case.file("june.csv", "Date,Campaign,Cost\n2026-06-01,Forum,1\n")];
    for path in &reports {
        case.app.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
        case.app.run_steps(2);
    }
    assert_eq!(case.app.state().asking(), None, "both are looked at still");
    lets.send(()).unwrap();
    lets.send(()).unwrap();
    wait_for(&mut case, &|case| case.says("may.csv") && case.says("june.csv"));
}
