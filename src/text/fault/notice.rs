//! What is said of a profile that was just opened.

use super::{Lang, cause::cause, quoted, shown, shown_path, words};
use crate::core::fault::Notice;

pub(super) fn notice(lang: Lang, notice: &Notice) -> String {
    match notice {
        Notice::Recovered {
            damage,
            aside,
            backup,
            unread,
        } => {
            let mut said = say!(
                lang,
                "Profilen kunne ikke bruges: {}. ",
                "The profile could not be used: {}. ",
                words::fault(lang, damage).problem
            );
            said += &match backup {
                None if unread.is_some() => say!(
                    lang,
                    "Alle drejeknapper står i midten",
                    "Every dial stands at neutral"
                ),
                Some(backup) => say!(
                    lang,
                    "Du ser sikkerhedskopien {}",
                    "You see the backup {}",
                    shown_path(backup)
                ),
                None => say!(
                    lang,
                    "Der var ingen sikkerhedskopi, så alle drejeknapper står i midten",
                    "There was no backup, so every dial stands at neutral"
                ),
            };
            if let Some(aside) = aside {
                said += &say!(
                    lang,
                    ". Den gamle fil ligger i {}",
                    ". The old file is in {}",
                    shown_path(aside)
                );
            }
            if let Some(fault) = unread {
                let why = words::fault(lang, fault).problem;
                said += &match backup {
                    None => say!(
                        lang,
                        ", for der er sikkerhedskopier, og de kan ikke læses: {why}",
                        ", because there are backups, and they cannot be read: {why}"
                    ),
                    Some(_) => say!(
                        lang,
                        ". Der er en nyere, som ikke kan læses: {why}",
                        ". There is a newer one that cannot be read: {why}"
                    ),
                };
                said += &say!(
                    lang,
                    ". Intet bliver gemt eller fjernet, før det kan læses igen",
                    ". Nothing is saved or removed until it can be read again"
                );
            }
            said
        }
        Notice::Unbacked { why } => say!(
            lang,
            "Gemt, men uden sikkerhedskopi af det forrige: {}",
            "Saved, but without a backup of what was there before: {}",
            cause(lang, why)
        ),
        Notice::ChosenGone { chosen, opened } => say!(
            lang,
            "Profilen {}, som blev valgt sidst, er her ikke mere. {} er åben i stedet",
            "The profile {}, which was chosen last, is not here any more. {} is open instead",
            quoted(lang, chosen),
            quoted(lang, opened)
        ),
        Notice::UndoUnread { fault } => say!(
            lang,
            "Det, du har gjort før, kan ikke fortrydes: {}",
            "What you did earlier cannot be undone: {}",
            words::fault(lang, fault).problem
        ),
        Notice::ClockOff { date } => say!(
            lang,
            "Maskinens ur går forkert. Det, du gemmer nu, får datoen {}",
            "The machine's clock is wrong. What you save now is dated {}",
            date
        ),
        Notice::Fetched { from, kept } => say!(
            lang,
            "Sidst blev noget ikke gemt i tide. Det lå i {} og er hentet ind som {}. Flet det ind under Profiler",
            "Something was not saved in time when pejl last ended. It lay in {} and was brought in as {}. Merge it under Profiles",
            shown_path(from),
            shown_path(kept)
        ),
        Notice::NotFetched { file, fault } => say!(
            lang,
            "Sidst blev noget ikke gemt i tide. Det ligger i {} og kan ikke hentes ind: {}",
            "Something was not saved in time when pejl last ended. It lies in {} and cannot be brought in: {}",
            shown_path(file),
            words::fault(lang, fault).problem
        ),
        Notice::Elsewhere { file } => say!(
            lang,
            "Sidst blev noget ikke gemt i tide. Det ligger i {}. Start pejl for at hente det ind",
            "Something was not saved in time when pejl last ended. It lies in {}. Start pejl to bring it in",
            shown_path(file)
        ),
        Notice::NoLocking => say!(
            lang,
            "Filer kan ikke låses her. Hold profilen åben ét sted ad gangen",
            "Files cannot be locked here. Keep the profile open in one place at a time"
        ),
        Notice::NewerMinor { version } => say!(
            lang,
            "Profilen er lavet med en nyere pejl (version {}). Det, denne ikke kender, bliver stående",
            "The profile was made with a newer pejl (version {}). What this one does not know is kept",
            shown(version)
        ),
        Notice::OtherFramework { framework } => say!(
            lang,
            "Profilen hører til et andet grundlag, {}. Åbn den med --framework og det grundlags fil",
            "The profile belongs to another framework, {}. Open it with --framework and that framework's file",
            quoted(lang, framework)
        ),
    }
}
