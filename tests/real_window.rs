//! The real thing: a real window on a virtual display, real key presses, a real file. Needs Xvfb and xdotool, so it
//! runs in CI and on demand: `cargo test --test real_window -- --ignored --test-threads 1`.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "common/display.rs"]
mod display;

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

use display::{virtual_display, wait};

/// A virtual display with the program on it; both end with it.
struct Screen {
    display: String,
    server: Child,
    app: Child,
    window: String,
    folder: tempfile::TempDir,
    plan: PathBuf,
}

impl Screen {
    /// Opens a copy of the worked case. `environment` goes to the program.
    fn open(environment: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.ron");
        std::fs::copy(saved("worked-case.ron"), &plan).unwrap();
        let settings = folder.path().join("ripple-planner");
        std::fs::create_dir(&settings).unwrap();
        std::fs::write(settings.join("settings.ron"), "Settings(language: English, theme: Light)\n").unwrap();

        let (server, display) = virtual_display();
        let app = start(&display, (folder.path(), &plan), environment);
        let mut screen = Self { display, server, app, window: String::new(), folder, plan };
        screen.settle();
        screen
    }

    /// Ends the program without a word, as a crash or a power failure does, and starts it again.
    fn kill_and_start_again(&mut self) {
        self.app.kill().unwrap();
        self.app.wait().unwrap();
        self.app = start(&self.display, (self.folder.path(), &self.plan), &[]);
        self.settle();
    }

    /// Waits until the window is there and takes keys.
    fn settle(&mut self) {
        let id = self.app.id().to_string();
        self.window = wait("the window", || {
            assert!(self.app.try_wait().unwrap().is_none(), "the program ended");
            let found = self.xdotool(&["search", "--onlyvisible", "--pid", &id]);
            found.lines().last().map(str::to_owned)
        });
        wait("the plan in the title", || self.title().contains("IM cloud 2026").then_some(()));
        self.xdotool(&["windowmove", &self.window, "0", "0", "windowsize", &self.window, "1366", "768"]);
        wait("the focus", || {
            self.xdotool(&["windowfocus", &self.window]);
            sleep(Duration::from_millis(200));
            (self.xdotool(&["getwindowfocus"]).trim() == self.window).then_some(())
        });
        sleep(Duration::from_secs(1));
        // On a fresh X server the first key press may come before the state of the modifiers.
        self.keys(&["shift"]);
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let output = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).output();
        String::from_utf8_lossy(&output.expect("xdotool is installed").stdout).into_owned()
    }

    fn keys(&self, keys: &[&str]) {
        for key in keys {
            self.xdotool(&["key", key]);
            sleep(Duration::from_millis(400));
        }
    }

    fn text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "60", text]);
        sleep(Duration::from_millis(400));
    }

    fn title(&self) -> String {
        self.xdotool(&["getwindowname", &self.window])
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.app.kill();
        let _ = self.app.wait();
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Starts the program with a plan; its settings and its state lie in the folder.
fn start(display: &str, (folder, plan): (&Path, &Path), environment: &[(&str, &str)]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_ripple-planner"))
        .arg(plan)
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env("XDG_CONFIG_HOME", folder)
        .env("XDG_STATE_HOME", folder.join("state"))
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .envs(environment.iter().copied())
        .spawn()
        .unwrap()
}

fn saved(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(name)
}

/// Lines of the file that differ from the worked case.
fn changed_lines(plan: &Path) -> Vec<(String, String)> {
    let before = std::fs::read_to_string(saved("worked-case.ron")).unwrap();
    let after = std::fs::read_to_string(plan).unwrap();
    assert_eq!(before.lines().count(), after.lines().count());
    let pairs = before.lines().zip(after.lines()).filter(|(old, new)| old != new);
    pairs.map(|(old, new)| (old.trim().to_owned(), new.trim().to_owned())).collect()
}

/// Changes the budget of search advertising with the keyboard.
fn change_a_budget(screen: &Screen) {
    screen.keys(&["ctrl+5"]);
    sleep(Duration::from_secs(4));
    // F2 edits the budget of the chosen channel, the first one on a fresh tab.
    screen.keys(&["F2"]);
    sleep(Duration::from_secs(2));
    screen.text("350000");
    screen.keys(&["Return"]);
    wait("the unsaved mark", || screen.title().starts_with('•').then_some(()));
}

/// Saves; the budget is all that differs from the worked case.
fn save_the_budget(screen: &Screen) {
    screen.keys(&["ctrl+s"]);
    wait("the saving", || (!screen.title().starts_with('•')).then_some(()));
    let expected = ("spend: \"360000.00\",".to_owned(), "spend: \"350000.00\",".to_owned());
    assert_eq!(changed_lines(&screen.plan), [expected]);
}

#[test]
#[ignore = "needs Xvfb and xdotool"]
fn a_budget_is_changed_with_the_keyboard_and_saved() {
    let screen = Screen::open(&[]);
    change_a_budget(&screen);
    save_the_budget(&screen);
    // Undo takes the budget back, and saving gives the file it was.
    screen.keys(&["ctrl+z", "ctrl+s"]);
    wait("the old file", || changed_lines(&screen.plan).is_empty().then_some(()));
}

#[test]
#[ignore = "needs Xvfb and xdotool"]
fn a_killed_window_gives_its_unsaved_work_back() {
    let mut screen = Screen::open(&[]);
    change_a_budget(&screen);
    sleep(Duration::from_secs(2));
    screen.kill_and_start_again();
    assert_eq!(changed_lines(&screen.plan), [], "the file is as it was");
    // The question stands in the window, and its first button has the focus: Recover.
    screen.keys(&["Return"]);
    wait("the work", || screen.title().starts_with('•').then_some(()));
    save_the_budget(&screen);
    let unsaved = screen.folder.path().join("state/ripple-planner/unsaved");
    wait("nothing left behind", || {
        let files = std::fs::read_dir(&unsaved).unwrap();
        (files.filter(|file| file.as_ref().is_ok_and(|file| file.path().extension() == Some("ron".as_ref()))).count()
            == 0)
            .then_some(())
    });
    // The next start asks nothing.
    screen.kill_and_start_again();
    screen.keys(&["Return", "ctrl+z"]);
    assert!(!screen.title().starts_with('•'), "{}", screen.title());
}

#[test]
#[ignore = "needs Xvfb and xdotool"]
fn a_file_changed_under_the_window_is_taken_in() {
    let screen = Screen::open(&[]);
    let text = std::fs::read_to_string(&screen.plan).unwrap();
    // In two pieces, as a program writes that does not care.
    std::fs::write(&screen.plan, &text[..text.len() / 2]).unwrap();
    sleep(Duration::from_millis(1_200));
    std::fs::write(&screen.plan, text.replace("IM cloud 2026", "Theirs 2026")).unwrap();
    wait("their title", || screen.title().contains("Theirs 2026").then_some(()));
    assert!(!screen.title().contains('•'), "nothing is unsaved");
    screen.keys(&["ctrl+z"]);
    wait("the title from before", || screen.title().contains("IM cloud 2026").then_some(()));
}

#[test]
#[ignore = "needs Xvfb"]
fn without_opengl_one_line_says_so_and_what_works_without_a_window() {
    let (mut server, display) = virtual_display();
    let output = Command::new(env!("CARGO_BIN_EXE_ripple-planner"))
        .arg(saved("worked-case.ron"))
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        // No driver can be found then.
        .env("__GLX_VENDOR_LIBRARY_NAME", "none")
        .env("__EGL_VENDOR_LIBRARY_FILENAMES", "/nonexistent.json")
        .env("LIBGL_DRIVERS_PATH", "/nonexistent")
        .output()
        .unwrap();
    server.kill().unwrap();
    server.wait().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    // Mesa has lines of its own to say.
    let error = said.lines().filter(|line| line.starts_with("error: ")).collect::<Vec<_>>();
    assert!(matches!(error[..], [line] if line.starts_with("error: No window can be opened: OpenGL: ")), "{said}");
    assert!(error[0].contains("; `ripple-planner summary "), "{said}");
}
