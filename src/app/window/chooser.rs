//! The program's own file dialog, where the system has none: a typed path, and what lies in its folder.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::Purpose;
use crate::file::listing::Place;

/// A path being chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chooser {
    /// What for.
    pub purpose: Purpose,
    /// The path as typed.
    pub text: String,
    /// Why it was refused, in the person's language.
    pub refused: Option<String>,
    /// The field is to get the focus.
    pub focus: bool,
    /// The cursor is to be placed in it, once it has the focus.
    pub place: bool,
    /// The path was taken: it is the answer, or is walked into, as soon as it is known which.
    pub taken: bool,
    /// The suggested name, until it is known whether the folder to begin in is there.
    begins: Option<String>,
}

impl Chooser {
    /// Begins in a folder, or else at home, with the suggested name of a new file.
    #[must_use]
    pub fn new(purpose: Purpose, folder: Option<PathBuf>, name: Option<String>) -> Self {
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).or_else(home).unwrap_or_default();
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        let name = name.unwrap_or_default();
        let text = within(&folder, &name);
        Self { purpose, text, refused: None, focus: true, place: true, taken: false, begins: Some(name) }
    }

    /// Takes in where the path leads. What is left of a folder to begin in that is gone serves, too.
    pub fn learn(&mut self, place: &Place) {
        let Some(name) = self.begins.take() else { return };
        let is_gone = place.there.as_ref() != Some(&place.folder);
        if let Some(there) = place.there.as_ref().filter(|_| is_gone) {
            self.text = within(there, &name);
            self.place = true;
        }
    }

    /// Something else is typed.
    pub fn edit(&mut self, text: String) {
        (self.text, self.refused, self.begins, self.taken) = (text, None, None, false);
    }

    /// The path that is meant: whole, `~` stands for the person's folder.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        let text = self.text.trim();
        let below_home = text.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\']));
        let path = match (below_home, home()) {
            (Some(rest), Some(home)) => home.join(rest.trim_start_matches(['/', '\\'])),
            _ => PathBuf::from(text),
        };
        std::path::absolute(&path).unwrap_or(path)
    }

    /// Files of these kinds are listed.
    #[must_use]
    pub fn extensions(&self) -> &[&'static str] {
        self.purpose.extensions()
    }

    /// Goes to another folder; the name of a new file stays. `is_folder` if the path as it stands is one.
    pub fn walk(&mut self, folder: &Path, is_folder: bool) {
        let path = self.path();
        let is_new = !self.purpose.reads() && !is_folder;
        let name = path.file_name().filter(|_| is_new).map(|name| name.to_string_lossy().into_owned());
        self.edit(within(folder, &name.unwrap_or_default()));
        self.place = true;
    }

    /// Keeps what was typed, and says why it was refused.
    #[must_use]
    pub fn refuse(self, why: String) -> Self {
        Self { refused: Some(why), focus: true, place: true, ..self }
    }

    /// Takes a file of the list.
    pub fn pick(&mut self, file: &Path) {
        self.edit(file.display().to_string());
    }
}

/// The person's folder.
#[must_use]
pub fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| !home.as_os_str().is_empty())
}

/// A name in a folder; the folder alone ends in its separator, so that a name can be typed on.
fn within(folder: &Path, name: &str) -> String {
    let folder = folder.display().to_string();
    let gap = if folder.is_empty() || folder.ends_with(MAIN_SEPARATOR) { "" } else { std::path::MAIN_SEPARATOR_STR };
    format!("{folder}{gap}{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path as the dialog learns of it.
    fn learnt(mut chooser: Chooser) -> Chooser {
        let place = Place::of(&chooser.path());
        chooser.learn(&place);
        chooser
    }

    #[test]
    fn the_name_of_a_new_file_walks_along_and_an_opened_one_does_not() {
        let (folder, inner) = (Path::new("/plans"), Path::new("/plans/inner"));
        let mut chooser = Chooser::new(Purpose::Save, Some(folder.to_owned()), Some("plan.ron".into()));
        chooser.walk(inner, false);
        assert_eq!(chooser.path(), inner.join("plan.ron"));
        chooser.edit("/plans/2027".into());
        chooser.walk(inner, true);
        assert_eq!(chooser.path(), inner.join(""), "a folder that is left is no name");
        let mut chooser = Chooser::new(Purpose::Open, Some(folder.to_owned()), None);
        chooser.pick(&folder.join("plan.ron"));
        chooser.walk(inner, false);
        assert!(chooser.text.ends_with(MAIN_SEPARATOR), "a name can be typed on");
        assert_eq!(chooser.path(), inner.join(""));
    }

    #[test]
    fn where_a_folder_is_gone_one_begins_in_the_one_above_it() {
        let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
        let gone = folder.path().join("gone").join("deeper");
        let chooser = learnt(Chooser::new(Purpose::Save, Some(gone.clone()), Some("plan.ron".into())));
        assert_eq!(chooser.path(), folder.path().join("plan.ron"));
        let chooser = learnt(Chooser::new(Purpose::Open, Some(gone.clone()), None));
        assert_eq!(chooser.path(), folder.path().join(""));
        let chooser = learnt(Chooser::new(Purpose::Open, Some(folder.path().to_owned()), None));
        assert_eq!(chooser.path(), folder.path().join(""), "nothing moves where it is there");
        let mut typed = Chooser::new(Purpose::Save, Some(gone.clone()), None);
        typed.edit(gone.join("mine.ron").display().to_string());
        assert_eq!(learnt(typed).path(), gone.join("mine.ron"), "what was typed meanwhile stays");
    }

    #[test]
    fn a_tilde_is_the_persons_folder() {
        let mut chooser = Chooser::new(Purpose::Open, None, None);
        chooser.edit("~/plan.ron".into());
        assert_eq!(chooser.path(), home().unwrap_or_default().join("plan.ron"));
    }
}
