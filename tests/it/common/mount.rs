//! File systems of a test's own, where the system lets it mount any (root on Linux); they go when the test ends.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Something that is mounted until this is dropped.
pub struct Mount(PathBuf);

impl Mount {
    /// A disk in memory with room for so much, as `64k`; nothing, and a word of it, where none may be mounted.
    pub fn tmpfs(at: &Path, size: &str) -> Option<Self> {
        let size = format!("size={size}");
        Self::with(&["-t", "tmpfs", "-o", &size, "pejl-test"], at)
    }

    /// A file over itself, so that nothing can take its place; nothing, and a word of it, where none may be mounted.
    pub fn over_itself(file: &Path) -> Option<Self> {
        Self::with(&["--bind", file.to_str()?], file)
    }

    fn with(arguments: &[&str], at: &Path) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(arguments).arg(at).stderr(Stdio::null());
        if mount.status().is_ok_and(|status| status.success()) {
            return Some(Self(at.to_owned()));
        }
        println!("skipped: no file system may be mounted here");
        None
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}
