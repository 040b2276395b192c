//! The system's file dialogs, behind a trait so that tests drive the app without them.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// A dialog that answers sooner than any person was never shown: without a portal the native one cancels at once. On a
/// busy machine "at once" takes some hundred milliseconds, and a plan that cannot be saved is worse than to be asked twice.
const NOBODY_IS_THIS_QUICK: Duration = Duration::from_millis(800);

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A file to open.
    Open {
        /// The folder to begin in.
        folder: Option<PathBuf>,
    },
    /// Files of which several may be opened together.
    Several {
        /// The folder to begin in.
        folder: Option<PathBuf>,
        /// What they are, in short.
        kind: &'static str,
        /// The extensions they mostly have.
        extensions: &'static [&'static str],
    },
    /// A place to save.
    Save {
        /// The folder to begin in.
        folder: Option<PathBuf>,
        /// The suggested name.
        name: String,
    },
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This file.
    Picked(PathBuf),
    /// These files.
    Several(Vec<PathBuf>),
    /// None.
    Cancelled,
    /// The system has no such dialog: ask in the window.
    Unavailable,
}

/// Asks for files.
pub trait Dialogs {
    /// Asks without waiting; the answer comes through the channel. `wake` is called when it is there.
    fn ask(&mut self, question: &Question, title: &str, wake: Box<dyn FnOnce() + Send>) -> Receiver<Answer>;
}

/// The native dialogs.
#[derive(Debug, Default)]
pub struct Native;

impl Dialogs for Native {
    fn ask(&mut self, question: &Question, title: &str, wake: Box<dyn FnOnce() + Send>) -> Receiver<Answer> {
        // macOS wants the dialog made on the main thread; it may be waited for on any other.
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        let in_folder = |dialog: rfd::AsyncFileDialog, folder: Option<&Path>| match folder {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        let (to_app, answer) = channel();
        let begun = Instant::now();
        match question {
            Question::Open { folder } => {
                let picked = in_folder(dialog, folder.as_deref()).add_filter("RON", &["ron"]).pick_file();
                thread::spawn(move || finish(one(pollster::block_on(picked)), begun, &to_app, wake));
            }
            Question::Several { folder, kind, extensions } => {
                let picked = in_folder(dialog, folder.as_deref()).add_filter(*kind, extensions).add_filter("*", &["*"]);
                let picked = picked.pick_files();
                thread::spawn(move || {
                    let picked = pollster::block_on(picked)
                        .map(|files| Answer::Several(files.iter().map(|file| file.path().to_owned()).collect()));
                    finish(picked, begun, &to_app, wake);
                });
            }
            Question::Save { folder, name } => {
                let picked = in_folder(dialog, folder.as_deref()).set_file_name(name).save_file();
                thread::spawn(move || finish(one(pollster::block_on(picked)), begun, &to_app, wake));
            }
        }
        answer
    }
}

fn one(picked: Option<rfd::FileHandle>) -> Option<Answer> {
    picked.map(|file| Answer::Picked(file.path().to_owned()))
}

fn finish(
    picked: Option<Answer>,
    begun: Instant,
    to_app: &std::sync::mpsc::Sender<Answer>,
    wake: Box<dyn FnOnce() + Send>,
) {
    let answer = match picked {
        Some(picked) => picked,
        None if begun.elapsed() < NOBODY_IS_THIS_QUICK => Answer::Unavailable,
        None => Answer::Cancelled,
    };
    // The window may be gone by now; then nobody needs the answer.
    let _ = to_app.send(answer);
    wake();
}
