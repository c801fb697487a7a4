//! Opening a file that was written, in the reader's own program for it. Owns whether there is a desktop to do that on; which
//! program it is, and how each system is asked, is the `open` crate's.

use std::{env, path::Path};

/// Hands a file to the program that the reader's desktop opens such files with; from Windows' Linux that is Windows' own.
/// False where there is no desktop, as over SSH, or where no program took it within a moment.
pub fn open_file(file: &Path) -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    has_desktop(is_set) && open::that_detached(file).is_ok()
}

/// Whether there is a desktop of the reader's, told from which names are set in the environment.
fn has_desktop(is_set: impl Fn(&str) -> bool) -> bool {
    let is_far = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"]
        .into_iter()
        .any(&is_set);
    let has_own = cfg!(any(windows, target_os = "macos"));
    let names = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP"];
    !is_far && (has_own || names.into_iter().any(is_set))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_no_desktop_over_ssh_whatever_else_is_set() {
        assert!(!has_desktop(|name| ["SSH_TTY", "DISPLAY"].contains(&name)));
        assert!(has_desktop(|name| name == "WAYLAND_DISPLAY"));
        assert!(has_desktop(|name| name == "WSL_DISTRO_NAME"));
        assert_eq!(has_desktop(|_| false), cfg!(any(windows, target_os = "macos")));
    }
}
