//! From an empty machine to a printed page, on a small desktop of its own: a window manager, a session bus, and the system's own file
//! dialogs (a portal), driven by keys. Needs Xvfb, xdotool, openbox, dbus, xdg-desktop-portal-gtk and pdftotext, so it runs in CI and
//! on demand: `cargo test --test real_desktop -- --ignored --test-threads 1`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "common/display.rs"]
mod display;

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use display::{virtual_display, wait};

/// A desktop on a virtual display; all of it ends with the test.
struct Desktop {
    display: String,
    bus: String,
    home: tempfile::TempDir,
    running: Vec<Child>,
}

impl Desktop {
    /// Nobody has used the program on it yet. `locale` is the system's language.
    fn empty(locale: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let (server, display) = virtual_display();
        let mut desktop = Self { display, bus: String::new(), home, running: vec![server] };
        desktop.install_a_printer();
        // Dialogs are started by the bus, which hands on its own surroundings.
        let mut daemon = desktop.command("dbus-daemon");
        daemon.env("LANG", locale).env("LANGUAGE", locale).args(["--session", "--nofork", "--print-address"]);
        let mut daemon = daemon.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("dbus is installed");
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut desktop.bus).unwrap();
        desktop.bus = desktop.bus.trim().to_owned();
        desktop.running.push(daemon);
        let manager = desktop.command("openbox").stderr(Stdio::null()).spawn().expect("openbox is installed");
        desktop.running.push(manager);
        desktop
    }

    /// A printing system with one printer, whose pages come out as a file; a real one has tests of its own (`tests/printing/`).
    fn install_a_printer(&self) {
        let programs = self.file("bin");
        std::fs::create_dir(&programs).unwrap();
        let paper = self.file("page.pdf");
        let lpstat = "case \"$*\" in -r) echo 'scheduler is running';; '-l -p') echo 'printer desk is idle.  enabled since today';; \
                      -e) echo desk;; -d) echo 'system default destination: desk';; *) ;; esac";
        let lp =
            format!("cat > '{0}.part'; mv '{0}.part' '{0}'; echo 'request id is desk-1 (1 file(s))'", paper.display());
        for (name, body) in [("lpstat", lpstat), ("lp", &*lp), ("ipptool", "echo 'job-state (enum) = completed'")] {
            let path = programs.join(name);
            std::fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
    }

    fn command(&self, program: &str) -> Command {
        let home = self.home.path();
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", home)
            .env("PATH", format!("{}:/usr/bin:/bin", self.file("bin").display()))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home)
            // The portal takes the dialogs of GTK where the desktop is said to be this one.
            .env("XDG_CURRENT_DESKTOP", "gnome")
            .env("GTK_USE_PORTAL", "0")
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1");
        command
    }

    fn file(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Starts the program, and waits until a window of this title takes keys.
    fn start(&mut self, locale: &str, arguments: &[&Path], title: &str) -> Window {
        let mut app = self.command(env!("CARGO_BIN_EXE_ripple-planner"));
        let app = app.env("LANG", locale).env_remove("LC_ALL").env_remove("LANGUAGE").args(arguments).spawn().unwrap();
        let id = app.id().to_string();
        self.running.push(app);
        let window = wait("the window", || {
            let found = self.xdotool(&["search", "--onlyvisible", "--pid", &id]);
            found.lines().last().map(|window| Window(window.to_owned()))
        });
        self.until_titled(&window, title);
        self.focus(&window);
        window
    }

    fn until_titled(&self, window: &Window, part: &str) {
        wait(&format!("'{part}' in the title"), || self.title(window).contains(part).then_some(()));
    }

    fn title(&self, window: &Window) -> String {
        self.xdotool(&["getwindowname", &window.0])
    }

    fn focus(&self, window: &Window) {
        wait("the focus", || {
            self.xdotool(&["windowactivate", "--sync", &window.0]);
            (self.xdotool(&["getwindowfocus"]).trim() == window.0).then_some(())
        });
        // On a fresh X server the first key press may come before the state of the modifiers.
        self.key("shift");
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let output = self.command("timeout").arg("20").arg("xdotool").args(arguments).output();
        String::from_utf8_lossy(&output.expect("xdotool is installed").stdout).into_owned()
    }

    fn key(&self, key: &str) {
        self.xdotool(&["key", key]);
        sleep(Duration::from_millis(400));
    }

    fn text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "60", text]);
        sleep(Duration::from_millis(400));
    }

    /// Answers the system's file dialog, which has just been asked for, with a path.
    fn answer_dialog(&self, window: &Window, path: &Path) {
        let dialog = wait("the system's dialog", || {
            let active = self.xdotool(&["getactivewindow"]).trim().to_owned();
            (!active.is_empty() && active != window.0).then_some(active)
        });
        sleep(Duration::from_secs(1));
        // A slash begins a path in either dialog; what was suggested is replaced.
        self.key("ctrl+a");
        self.text(&path.display().to_string());
        self.key("Return");
        wait("the end of the dialog", || {
            let active = self.xdotool(&["getactivewindow"]);
            let is_open = active.trim() == dialog;
            if is_open {
                self.key("Return");
            }
            (!is_open).then_some(())
        });
        self.focus(window);
    }

    /// Whether the program that was started last has ended.
    fn has_ended(&mut self) -> bool {
        self.running.last_mut().unwrap().try_wait().unwrap().is_some()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A window of the program, as X numbers it.
struct Window(String);

/// What a person of this language finds: the program's name, the worked case, and what its page says.
struct Case {
    locale: &'static str,
    program: &'static str,
    title: &'static str,
    page_says: [&'static str; 2],
}

const CASES: [Case; 2] = [
    Case {
        locale: "en_US.UTF-8",
        program: "Ripple Planner",
        title: "IM cloud 2026",
        page_says: ["IM cloud 2026", "350,000"],
    },
    Case {
        locale: "zh_CN.UTF-8",
        program: "波纹规划",
        title: "即时通讯云 2026",
        page_says: ["即时通讯云 2026", "350,000"],
    },
];

#[test]
#[ignore = "needs a desktop: Xvfb, openbox, a portal"]
fn from_an_empty_machine_to_a_printed_page() {
    for case in CASES {
        let mut desktop = Desktop::empty(case.locale);
        let (plan, page) = (desktop.file("first.ron"), desktop.file("page.pdf"));
        let window = desktop.start(case.locale, &[], case.program);

        // The worked case; a budget, half of which is typed in the other language.
        desktop.key("ctrl+shift+n");
        desktop.until_titled(&window, case.title);
        desktop.key("ctrl+5");
        sleep(Duration::from_secs(4));
        desktop.key("F2");
        sleep(Duration::from_secs(2));
        desktop.key("ctrl+a");
        desktop.text("350");
        desktop.key("ctrl+shift+l");
        sleep(Duration::from_secs(3));
        desktop.text("000");
        desktop.key("Return");
        desktop.key("ctrl+shift+l");
        wait("the unsaved mark", || desktop.title(&window).starts_with('•').then_some(()));

        // Closing asks, and loses nothing.
        desktop.key("alt+F4");
        sleep(Duration::from_secs(2));
        assert!(!desktop.has_ended(), "{}: it closed with unsaved work", case.program);
        desktop.key("Escape");

        desktop.key("ctrl+s");
        desktop.answer_dialog(&window, &plan);
        wait("the saved plan", || plan.is_file().then_some(()));
        wait("the saved mark", || (!desktop.title(&window).starts_with('•')).then_some(()));
        let saved = std::fs::read_to_string(&plan).unwrap();
        assert!(saved.contains("350000.00"), "{}: the budget typed in two languages", case.program);

        // Its keys lead to the button that prints, as soon as there are pages and a printer.
        desktop.key("ctrl+p");
        wait("the printed page", || {
            desktop.key("Return");
            std::fs::metadata(&page).is_ok_and(|page| page.len() > 0).then_some(())
        });
        let text =
            Command::new("pdftotext").args(["-layout"]).arg(&page).arg("-").output().expect("poppler is installed");
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        for words in case.page_says {
            assert!(text.contains(words), "{}: {words} in {text}", case.program);
        }

        // Nothing is unsaved: it closes at once. Another start opens the plan by the system's dialog, in a window of its own.
        desktop.key("alt+F4");
        wait("the end", || desktop.has_ended().then_some(()));
        let first = desktop.start(case.locale, &[], case.program);
        desktop.key("ctrl+o");
        desktop.answer_dialog(&first, &plan);
        desktop.until_titled(&first, case.title);
        let second = desktop.start(case.locale, &[&plan], case.title);
        assert_ne!(first.0, second.0, "a plan from a second start has a window of its own");
    }
}
