//! Why the system refused, and why a profile is read only.

use super::{Lang, shown};
use crate::core::fault::{Cause, ReadOnly};
use std::path::Path;

pub(super) fn read_only(lang: Lang, why: &ReadOnly) -> String {
    match why {
        ReadOnly::Asked => say!(lang, "kun læsning", "read only"),
        ReadOnly::Locked => say!(
            lang,
            "kun læsning: åben i en anden pejl",
            "read only: open in another pejl"
        ),
        ReadOnly::Newer { version } => say!(
            lang,
            "kun læsning: lavet med en nyere pejl ({})",
            "read only: made with a newer pejl ({})",
            shown(version)
        ),
        ReadOnly::Unreadable { file, why } => say!(
            lang,
            "kun læsning: {} kan ikke læses, {}",
            "read only: {} cannot be read, {}",
            shown(&file_name(file)),
            cause(lang, why)
        ),
        ReadOnly::NotWritable { file, why } => say!(
            lang,
            "kun læsning: {} ({})",
            "read only: {} ({})",
            cause(lang, why),
            shown(&file_name(file))
        ),
    }
}

/// The last part of a path: there is little room where this is said.
fn file_name(file: &Path) -> String {
    file.file_name()
        .unwrap_or(file.as_os_str())
        .to_string_lossy()
        .into_owned()
}

pub(super) fn cause(lang: Lang, cause: &Cause) -> String {
    let words = match cause {
        Cause::Full => word!(lang, "disken er fuld", "the disk is full"),
        Cause::ReadOnly => word!(lang, "der er skrivebeskyttet", "it is write-protected"),
        Cause::Denied => word!(lang, "adgang nægtet", "access denied"),
        Cause::Device => word!(lang, "fejl på drevet", "the drive failed"),
        Cause::TooManyOpen => word!(lang, "for mange filer er åbne", "too many files are open"),
        Cause::TooBig => word!(lang, "filen bliver for stor", "the file gets too large"),
        Cause::Gone => word!(lang, "mappen findes ikke", "the folder is not there"),
        Cause::Exists => word!(lang, "den findes allerede", "it already exists"),
        Cause::NotAFile => word!(
            lang,
            "der er noget andet end en fil",
            "something other than a file is there"
        ),
        Cause::NotAFolder => word!(
            lang,
            "der er noget andet end en mappe",
            "something other than a folder is there"
        ),
        Cause::Protected => word!(lang, "filen er skrivebeskyttet", "the file is write-protected"),
        Cause::Own => word!(
            lang,
            "der ligger pejls egne filer",
            "pejl keeps its own files there"
        ),
        Cause::Slow => word!(lang, "intet svar i tide", "no answer in time"),
        Cause::Other(words) => return shown(words),
    };
    words.to_owned()
}

/// What to do about a cause, as a sentence without its full stop.
pub(super) fn remedy(lang: Lang, cause: &Cause) -> &'static str {
    match cause {
        Cause::Full => word!(
            lang,
            "Frigør plads, og prøv igen",
            "Free some room, and try again"
        ),
        Cause::ReadOnly | Cause::Own => word!(lang, "Vælg et andet sted", "Choose another place"),
        Cause::Denied => word!(
            lang,
            "Skaf adgang, eller vælg et andet sted",
            "Get access, or choose another place"
        ),
        Cause::Device => word!(
            lang,
            "Se efter, om drevet sidder rigtigt, og prøv igen",
            "See whether the drive is connected, and try again"
        ),
        Cause::TooManyOpen => word!(
            lang,
            "Luk nogle programmer, og prøv igen",
            "Close some programs, and try again"
        ),
        Cause::TooBig => word!(
            lang,
            "Gør den mindre, eller vælg et andet sted",
            "Make it smaller, or choose another place"
        ),
        Cause::Gone => word!(
            lang,
            "Se efter, om stien er rigtig",
            "See whether the path is right"
        ),
        Cause::NotAFolder => word!(
            lang,
            "Flyt det væk, der har mappens navn",
            "Move away what has the folder's name"
        ),
        Cause::Protected => word!(
            lang,
            "Fjern skrivebeskyttelsen, og prøv igen",
            "Take the protection away, and try again"
        ),
        Cause::Exists | Cause::NotAFile => word!(lang, "Vælg et andet navn", "Choose another name"),
        Cause::Slow | Cause::Other(_) => word!(lang, "Prøv igen", "Try again"),
    }
}
