//! A disk that is really full.
#![allow(dead_code, clippy::unwrap_used)] // each test uses its part

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// A disk of 256 kB, which goes with the value.
pub struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// `None` where only the superuser may mount one.
    pub fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(folder.path()).output();
        if mount.is_ok_and(|output| output.status.success()) {
            return Some(Self(folder));
        }
        eprintln!("skipped: only the superuser can mount a small disk");
        None
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Leaves no room on it.
    pub fn fill(&self) {
        let mut filler = fs::File::create(self.folder().join("filler")).unwrap();
        while filler.write_all(&[0; 1024]).is_ok() {}
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}
