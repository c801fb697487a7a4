//! What is wrong with a command line, and what to type in its place.

use super::{Lang, and, listed, or, quoted, shown};
use crate::core::fault::UsageTrouble;

pub(super) fn usage(lang: Lang, command: &str, trouble: &UsageTrouble) -> (String, String) {
    let command = shown(command);
    let help = || {
        say!(
            lang,
            ": »{command} --help« viser hvordan",
            ": “{command} --help” shows how"
        )
    };
    let nearest = |near: &Option<String>| match near {
        Some(near) => say!(lang, ". Mente du {}?", ". Did you mean {}?", shown(near)),
        None => say!(
            lang,
            ": »{command} --help« viser dem, der er",
            ": “{command} --help” shows what there is"
        ),
    };
    match trouble {
        UsageTrouble::UnknownCommand { given, near } => (
            say!(
                lang,
                "kender ikke kommandoen {}",
                "there is no command {}",
                quoted(lang, given)
            ),
            nearest(near),
        ),
        UsageTrouble::UnknownOption { given, near } => (
            say!(
                lang,
                "kender ikke tilvalget {}",
                "there is no option {}",
                quoted(lang, given)
            ),
            nearest(near),
        ),
        UsageTrouble::MissingCommand { known } => (
            say!(
                lang,
                "der mangler en kommando efter »{command}«",
                "a command is missing after “{command}”"
            ),
            match known[..] {
                [] => help(),
                _ => say!(lang, ": skriv {}", ": write {}", listed(known, or(lang))),
            },
        ),
        UsageTrouble::MissingArgument { names } => (
            say!(
                lang,
                "der mangler {} til »{command}«",
                "“{command}” needs {}",
                listed(names, and(lang))
            ),
            help(),
        ),
        UsageTrouble::MissingValue { name } => (
            say!(lang, "{} mangler en værdi", "{} needs a value", shown(name)),
            help(),
        ),
        UsageTrouble::NotAllowed { name, given, allowed } => (
            say!(
                lang,
                "{} kan ikke være {}",
                "{} cannot be {}",
                shown(name),
                quoted(lang, given)
            ),
            match given.to_ascii_lowercase().as_str() {
                _ if allowed.is_empty() => {
                    say!(lang, ": der er ingen at vælge", ": there is none to choose")
                }
                // what Word is for goes by way of HTML
                "doc" | "docx" | "odt" | "rtf" | "word"
                    if allowed.iter().any(|allowed| allowed == "html") =>
                {
                    let html = match name.starts_with("--") {
                        true => format!("{command} {} html", shown(name)),
                        false => format!("{command} html"),
                    };
                    say!(
                        lang,
                        ": Word åbner html, skriv »{html} -o ark.html«; ellers vælg {}",
                        ": Word opens html, write “{html} -o sheet.html”; else choose {}",
                        listed(allowed, or(lang))
                    )
                }
                _ => say!(lang, ": vælg {}", ": choose {}", listed(allowed, or(lang))),
            },
        ),
        UsageTrouble::NotInFormat {
            name,
            format,
            allowed,
        } => (
            say!(
                lang,
                "{} kan ikke bruges med {}",
                "{} cannot be used with {}",
                shown(name),
                shown(format)
            ),
            say!(lang, ": vælg {}", ": choose {}", listed(allowed, or(lang))),
        ),
        UsageTrouble::NotAnInteger { name, given } => (
            say!(
                lang,
                "{} kan ikke være {}",
                "{} cannot be {}",
                shown(name),
                quoted(lang, given)
            ),
            say!(
                lang,
                ": skriv et helt tal som 2 eller -1",
                ": write a whole number such as 2 or -1"
            ),
        ),
        UsageTrouble::Unexpected { given } => (
            say!(
                lang,
                "uventet argument: {}",
                "unexpected argument: {}",
                quoted(lang, given)
            ),
            help(),
        ),
        UsageTrouble::Conflict { name, other } => (
            say!(
                lang,
                "{} og {} kan ikke bruges sammen",
                "{} and {} cannot be used together",
                shown(name),
                shown(other)
            ),
            say!(lang, ": vælg ét af dem", ": choose one of them"),
        ),
        UsageTrouble::TooLong { name, max, found } => (
            say!(
                lang,
                "{} er for lang: {found} tegn",
                "{} is too long: {found} characters",
                shown(name)
            ),
            say!(lang, ". Der er plads til {max}", ". There is room for {max}"),
        ),
        UsageTrouble::ControlCharacter { name } => (
            say!(
                lang,
                "der er et styretegn i {}",
                "there is a control character in {}",
                shown(name)
            ),
            say!(lang, ": skriv teksten uden", ": write the text without it"),
        ),
        UsageTrouble::NotText { name } => (
            say!(
                lang,
                "{} er ikke tekst og kan ikke vises i terminalen",
                "{} is no text and cannot be shown in the terminal",
                shown(name)
            ),
            say!(
                lang,
                ": skriv det i en fil med -o",
                ": write it to a file with -o"
            ),
        ),
        UsageTrouble::NotUtf8 => (
            say!(
                lang,
                "et argument til »{command}« er ikke UTF-8",
                "an argument of “{command}” is not UTF-8"
            ),
            say!(
                lang,
                ": skriv det om, eller giv filen et andet navn",
                ": write it in another way, or give the file another name"
            ),
        ),
    }
}
