//! What a file is beside its bytes: owner, group, mode, extended attributes with access lists. A new file in its place
//! gets all the system lets it have; what is missing then is said.

use std::fs::{File, Metadata};
use std::path::Path;

use crate::file::note::Note;

/// Gives a draft what the old file has, and says what it could not.
#[cfg(unix)]
pub fn keep(place: &Path, old: &Metadata, draft: &File) -> Vec<Note> {
    use rustix::fs::{Gid, Uid, fchown};
    use std::os::unix::fs::MetadataExt;
    // One after the other: a member of a group may hand it on, only the superuser the owner. What was not done shows
    // below, where what is there is compared with what was.
    let _ = fchown(draft, None, Some(Gid::from_raw(old.gid())));
    let _ = fchown(draft, Some(Uid::from_raw(old.uid())), None);
    let mut notes = Vec::new();
    let Ok(now) = draft.metadata() else { return vec![Note::Mode { was: old.mode() & 0o7777, is: 0o600 }] };
    let is_kept = [now.uid() == old.uid(), now.gid() == old.gid()];
    if !is_kept[0] {
        notes.push(Note::Owner(old.uid()));
    }
    if !is_kept[1] {
        notes.push(Note::Group(old.gid()));
    }
    let lost = attributes::keep(place, draft, is_kept[1]);
    if !lost.is_empty() {
        notes.push(Note::Attributes(lost));
    }
    // Last, as a change of the owner takes some bits, and an access list is narrowed by them.
    notes.extend(keep_mode(old.mode() & 0o7777, is_kept, draft));
    if old.nlink() > 1 {
        notes.push(Note::OtherNames(old.nlink() - 1));
    }
    notes
}

#[cfg(unix)]
fn keep_mode(was: u32, [owner, group]: [bool; 2], draft: &File) -> Option<Note> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    // What only the old group may must not go to another one.
    let of_group = if group { was & 0o070 } else { was & (was & 0o007) << 3 };
    let special = if owner && group { was & 0o7000 } else { 0 };
    let wanted = special | was & 0o707 | of_group;
    let _ = draft.set_permissions(std::fs::Permissions::from_mode(wanted));
    let is = draft.metadata().map_or(0o600, |now| now.mode() & 0o7777);
    (is != was).then_some(Note::Mode { was, is })
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod attributes {
    use std::ffi::CString;
    use std::fs::File;
    use std::path::Path;

    use rustix::fs::{XattrFlags, listxattr, listxattr_query};
    use rustix::fs::{fgetxattr, fgetxattr_query, fremovexattr, fsetxattr, getxattr, getxattr_query};
    use rustix::io;

    /// The access list, in the kernel's own form.
    const ACCESS: &str = "system.posix_acl_access";
    /// Seals over the bytes of a file, or set by the system alone.
    const NOT_OURS: [&str; 3] = ["security.ima", "security.evm", "com.apple.provenance"];

    /// Copies the attributes and names those that could not be copied. An access list speaks of the file's group, so
    /// that it goes only to a file of the same group.
    pub fn keep(place: &Path, draft: &File, same_group: bool) -> Vec<String> {
        let names = names(place).unwrap_or_default();
        if !names.iter().any(|name| name.as_bytes() == ACCESS.as_bytes()) {
            // One that the folder gave the draft; mostly there is none.
            let _ = fremovexattr(draft, ACCESS);
        }
        let shown = |name: &CString| name.to_string_lossy().into_owned();
        let copied =
            |name: &CString| (same_group || name.as_bytes() != ACCESS.as_bytes()) && copy(place, draft, name).is_ok();
        let ours = names.iter().filter(|name| !NOT_OURS.contains(&shown(name).as_str()));
        ours.filter(|name| !copied(name)).map(shown).collect()
    }

    fn names(place: &Path) -> io::Result<Vec<CString>> {
        let list = filled(listxattr_query(place)?, |list| listxattr(place, list))?;
        let names = list.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.filter_map(|name| CString::new(name).ok()).collect())
    }

    fn copy(place: &Path, draft: &File, name: &CString) -> io::Result<()> {
        let value = filled(getxattr_query(place, name)?, |value| getxattr(place, name, value))?;
        // The system may have given it the same label already, and let nobody set it.
        if of_draft(draft, name).is_ok_and(|present| present == value) {
            return Ok(());
        }
        fsetxattr(draft, name, &value, XattrFlags::empty())
    }

    fn of_draft(draft: &File, name: &CString) -> io::Result<Vec<u8>> {
        filled(fgetxattr_query(draft, name)?, |value| fgetxattr(draft, name, value))
    }

    fn filled(size: usize, fill: impl FnOnce(&mut [u8]) -> io::Result<usize>) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; size];
        let length = fill(&mut bytes)?;
        bytes.truncate(length);
        Ok(bytes)
    }
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "macos"))))]
mod attributes {
    pub fn keep(_: &std::path::Path, _: &std::fs::File, _: bool) -> Vec<String> {
        Vec::new()
    }
}

/// Elsewhere a file has no owner and mode of this kind.
#[cfg(not(unix))]
pub fn keep(_: &Path, _: &Metadata, _: &File) -> Vec<Note> {
    Vec::new()
}
