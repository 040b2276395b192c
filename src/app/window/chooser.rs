//! The program's own file dialog, where the system has none: a typed path, and what lies in its folder.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::Purpose;

/// At most so many entries of a folder are listed; the path can always be typed.
const MOST: usize = 1_000;

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
    listed: Option<Listing>,
}

/// What lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The folder.
    pub folder: PathBuf,
    /// Its folders, then its files of the kind that is asked for; `None` where it cannot be read.
    pub entries: Option<Vec<Entry>>,
}

/// A folder or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
}

impl Chooser {
    /// Begins in a folder, or what is left of its path, or else at home, with the suggested name of a new file.
    #[must_use]
    pub fn new(purpose: Purpose, folder: Option<PathBuf>, name: Option<String>) -> Self {
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).or_else(home).unwrap_or_default();
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        let there = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(&folder);
        let text = within(there, &name.unwrap_or_default());
        Self { purpose, text, refused: None, focus: true, place: true, listed: None }
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

    /// The folder the path lies in, or the path itself if it is one.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        let path = self.path();
        if path.is_dir() { path } else { path.parent().unwrap_or(&path).to_owned() }
    }

    /// What lies in the folder; read again only when it is another one.
    pub fn listing(&mut self) -> &Listing {
        let folder = self.folder();
        if self.listed.as_ref().is_none_or(|listed| listed.folder != folder) {
            self.listed = None;
        }
        let extension = self.extension().to_owned();
        self.listed.get_or_insert_with(|| {
            let entries = entries(&folder, &extension).ok();
            Listing { folder, entries }
        })
    }

    /// Files of this kind are listed.
    fn extension(&self) -> &str {
        match &self.purpose {
            Purpose::Open | Purpose::Compare | Purpose::Save => "ron",
            Purpose::Export { extension, .. } => extension,
        }
    }

    /// Goes to another folder; the name of a new file stays.
    pub fn walk(&mut self, folder: &Path) {
        let path = self.path();
        let is_new = !self.purpose.reads() && !path.is_dir();
        let name = path.file_name().filter(|_| is_new).map(|name| name.to_string_lossy().into_owned());
        self.text = within(folder, &name.unwrap_or_default());
        self.refused = None;
        self.place = true;
    }

    /// Keeps what was typed, and says why it was refused.
    #[must_use]
    pub fn refuse(self, why: String) -> Self {
        Self { refused: Some(why), focus: true, place: true, listed: None, ..self }
    }

    /// Takes a file of the list.
    pub fn pick(&mut self, file: &Path) {
        self.text = file.display().to_string();
        self.refused = None;
    }
}

/// The person's folder.
#[must_use]
pub fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.is_dir())
}

/// A name in a folder; the folder alone ends in its separator, so that a name can be typed on.
fn within(folder: &Path, name: &str) -> String {
    let folder = folder.display().to_string();
    let gap = if folder.is_empty() || folder.ends_with(MAIN_SEPARATOR) { "" } else { std::path::MAIN_SEPARATOR_STR };
    format!("{folder}{gap}{name}")
}

/// Folders, then files of an extension, each by name; hidden ones are left out, and names that cannot be typed.
fn entries(folder: &Path, extension: &str) -> std::io::Result<Vec<Entry>> {
    let entry = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.ok()?.path();
        let name = path.file_name()?.to_str()?.to_owned();
        let is_folder = path.is_dir();
        let is_meant = is_folder
            || (path.is_file() && path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension)));
        (is_meant && !name.starts_with('.')).then_some(Entry { name, is_folder })
    };
    let mut entries: Vec<Entry> = std::fs::read_dir(folder)?.filter_map(entry).collect();
    entries.sort_by_cached_key(|entry| (!entry.is_folder, entry.name.to_lowercase(), entry.name.clone()));
    entries.truncate(MOST);
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(chooser: &mut Chooser) -> Vec<String> {
        let entries = chooser.listing().entries.clone().unwrap();
        entries.into_iter().map(|entry| entry.name).collect()
    }

    #[test]
    fn folders_come_first_and_only_plans_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["b.ron", "A.RON", "notes.txt", ".hidden.ron"] {
            std::fs::write(folder.path().join(file), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("zone")).unwrap();
        let mut chooser = Chooser::new(Purpose::Open, Some(folder.path().to_owned()), None);
        assert!(chooser.text.ends_with(MAIN_SEPARATOR), "a name can be typed on");
        assert_eq!(names(&mut chooser), ["zone", "A.RON", "b.ron"]);
    }

    #[test]
    fn the_name_of_a_new_file_walks_along_and_an_opened_one_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        std::fs::create_dir(&inner).unwrap();
        let mut chooser = Chooser::new(Purpose::Save, Some(folder.path().to_owned()), Some("plan.ron".into()));
        chooser.walk(&inner);
        assert_eq!(chooser.path(), inner.join("plan.ron"));
        let mut chooser = Chooser::new(Purpose::Open, Some(folder.path().to_owned()), None);
        chooser.pick(&folder.path().join("plan.ron"));
        chooser.walk(&inner);
        assert_eq!(chooser.path(), inner);
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_no_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut chooser = Chooser::new(Purpose::Open, Some(folder.path().to_owned()), None);
        chooser.text = within(&folder.path().join("gone"), "plan.ron");
        assert_eq!(chooser.listing().entries, None);
    }

    #[test]
    fn where_a_folder_is_gone_one_begins_in_the_one_above_it() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone").join("deeper");
        let chooser = Chooser::new(Purpose::Save, Some(gone), Some("plan.ron".into()));
        assert_eq!(chooser.path(), folder.path().join("plan.ron"));
    }

    #[test]
    fn a_tilde_is_the_persons_folder() {
        let mut chooser = Chooser::new(Purpose::Open, None, None);
        chooser.text = "~/plan.ron".into();
        assert_eq!(chooser.path(), home().unwrap_or_default().join("plan.ron"));
    }
}
