//! Where a path leads and what lies there, for whoever chooses a file.

use std::io;
use std::path::{Path, PathBuf};

/// At most so many entries of a folder are listed; a path can always be typed.
const MOST: usize = 1_000;

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The folder whose entries belong to it: the path itself if it is one, or else the one it lies in.
    pub folder: PathBuf,
    /// Whether it is a folder itself.
    pub is_folder: bool,
    /// The deepest folder on its way that is there.
    pub there: Option<PathBuf>,
}

impl Place {
    /// Looks.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        let is_folder = path.is_dir();
        let folder = if is_folder { path } else { path.parent().unwrap_or(path) };
        let there = path.ancestors().find(|folder| folder.is_dir());
        Self { folder: folder.to_owned(), is_folder, there: there.map(Path::to_owned) }
    }
}

/// What lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The folder.
    pub folder: PathBuf,
    /// Its folders, then its files of the extensions that were asked for; `None` where it cannot be read.
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

impl Listing {
    /// Lists a folder.
    #[must_use]
    pub fn of(folder: &Path, extensions: &[&str]) -> Self {
        Self { folder: folder.to_owned(), entries: entries(folder, extensions).ok() }
    }
}

/// Folders, then files of some extensions, each by name; hidden ones are left out, and names that cannot be typed.
fn entries(folder: &Path, extensions: &[&str]) -> io::Result<Vec<Entry>> {
    let is_of = |path: &Path| {
        path.extension().is_some_and(|found| extensions.iter().any(|one| found.eq_ignore_ascii_case(one)))
    };
    let entry = |entry: io::Result<std::fs::DirEntry>| {
        let path = entry.ok()?.path();
        let name = path.file_name()?.to_str()?.to_owned();
        let is_folder = path.is_dir();
        let is_meant = is_folder || (path.is_file() && is_of(&path));
        (is_meant && !name.starts_with('.')).then_some(Entry { name, is_folder })
    };
    let mut entries: Vec<Entry> = std::fs::read_dir(folder)?.filter_map(entry).collect();
    entries.sort_by_cached_key(|entry| (!entry.is_folder, entry.name.to_lowercase(), entry.name.clone()));
    entries.truncate(MOST);
    Ok(entries)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods)]
    use super::*;

    #[test]
    fn folders_come_first_and_only_files_of_the_extensions_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["b.ron", "A.RON", "notes.txt", ".hidden.ron"] {
            std::fs::write(folder.path().join(file), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("zone")).unwrap();
        let entries = Listing::of(folder.path(), &["ron"]).entries.unwrap();
        let names: Vec<_> = entries.iter().map(|entry| (entry.name.as_str(), entry.is_folder)).collect();
        assert_eq!(names, [("zone", true), ("A.RON", false), ("b.ron", false)]);
        let both = Listing::of(folder.path(), &["ron", "txt"]).entries.unwrap();
        assert_eq!(both.len(), 4);
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_no_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Listing::of(folder.path(), &["ron"]).entries, Some(vec![]));
        assert_eq!(Listing::of(&folder.path().join("gone"), &["ron"]).entries, None);
    }

    #[test]
    fn a_path_leads_to_a_folder_or_into_one_whatever_of_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        std::fs::write(at.join("plan.ron"), "").unwrap();
        for (path, belongs_to, is_folder) in [
            (at.to_owned(), at.to_owned(), true),
            (at.join("plan.ron"), at.to_owned(), false),
            (at.join("new.ron"), at.to_owned(), false),
            (at.join("gone/deeper/new.ron"), at.join("gone/deeper"), false),
        ] {
            let place = Place::of(&path);
            assert_eq!((place.folder, place.is_folder), (belongs_to, is_folder), "{}", path.display());
            assert_eq!(place.there.as_deref(), Some(at), "{}", path.display());
        }
    }
}
