//! What went wrong in a command or with a file.

use super::{
    LISTED, Lang, Message,
    cause::{cause, read_only, remedy},
    dial_ends, listed, or, quoted, shown, shown_path, size,
    usage::usage,
};
use crate::core::fault::{Cause, Fault, MAX_NAME, NameTrouble, ReadOnly};

pub(super) fn fault(lang: Lang, fault: &Fault) -> Message {
    let (problem, hint) = match fault {
        Fault::UnknownMark { given, near } => (
            say!(
                lang,
                "kender ikke pejlemærket {}",
                "there is no guidepost {}",
                quoted(lang, given)
            ),
            did_you_mean(lang, near),
        ),
        Fault::UnknownTarget { given, near } => (
            say!(
                lang,
                "kender ikke feltet eller pejlemærket {}",
                "there is no field or guidepost {}",
                quoted(lang, given)
            ),
            did_you_mean(lang, near),
        ),
        Fault::Ambiguous { given, candidates } => (
            say!(
                lang,
                "{} kan være {}",
                "{} may be {}",
                quoted(lang, given),
                listed(candidates, or(lang))
            ),
            say!(lang, ": skriv mere af navnet", ": write more of the name"),
        ),
        Fault::Value { given } => {
            let (min, max) = dial_ends();
            (
                say!(
                    lang,
                    "{} er ikke en værdi",
                    "{} is not a value",
                    quoted(lang, given)
                ),
                say!(
                    lang,
                    ": skriv et helt tal fra {min} til {max}",
                    ": write a whole number from {min} to {max}"
                ),
            )
        }
        Fault::UnknownProfile { given, known } => (
            say!(
                lang,
                "kender ikke profilen {}",
                "there is no profile {}",
                quoted(lang, given)
            ),
            match known.len() {
                0 => say!(
                    lang,
                    ": der er ingen endnu, og »pejl profile new« laver en",
                    ": there is none yet, and “pejl profile new” makes one"
                ),
                1..=LISTED => say!(lang, ": vælg {}", ": choose {}", listed(known, or(lang))),
                _ => say!(
                    lang,
                    ": »pejl profile list« viser dem, der er",
                    ": “pejl profile list” shows what there is"
                ),
            },
        ),
        Fault::BadName { given, why } => bad_name(lang, given, *why),
        Fault::UnknownBearing { given, known } => (
            say!(
                lang,
                "kender ikke pejlingen {}",
                "there is no bearing {}",
                quoted(lang, given)
            ),
            match known.len() {
                0 => say!(
                    lang,
                    ": der er ingen endnu, og »pejl bearing save« gemmer en",
                    ": there is none yet, and “pejl bearing save” saves one"
                ),
                1..=LISTED => say!(lang, ": vælg {}", ": choose {}", listed(known, or(lang))),
                _ => say!(
                    lang,
                    ": »pejl bearing list« viser dem, der er",
                    ": “pejl bearing list” shows what there is"
                ),
            },
        ),
        Fault::UnknownGathering { given, known } => (
            match given.as_str() {
                "" => say!(
                    lang,
                    "der er ingen samling at vise",
                    "there is no gathering to show"
                ),
                given => say!(
                    lang,
                    "kender ikke samlingen {}",
                    "there is no gathering {}",
                    quoted(lang, given)
                ),
            },
            match known.len() {
                0 => say!(
                    lang,
                    ": der er ingen endnu, og »pejl team --present« begynder en",
                    ": there is none yet, and “pejl team --present” begins one"
                ),
                1..=LISTED => say!(lang, ": vælg {}", ": choose {}", listed(known, or(lang))),
                _ => say!(
                    lang,
                    ": »pejl gathering list« viser dem, der er",
                    ": “pejl gathering list” shows what there is"
                ),
            },
        ),
        Fault::UnknownDecision { given, known } => (
            say!(
                lang,
                "kender ikke beslutningen {}",
                "there is no decision {}",
                quoted(lang, given)
            ),
            match known.len() {
                0 => say!(
                    lang,
                    ": der er ingen endnu, og »pejl decision add« skriver en",
                    ": there is none yet, and “pejl decision add” writes one"
                ),
                1..=LISTED => say!(lang, ": vælg {}", ": choose {}", listed(known, or(lang))),
                _ => say!(
                    lang,
                    ": »pejl decision list« viser dem, der er",
                    ": “pejl decision list” shows what there is"
                ),
            },
        ),
        Fault::Damaged { file, problems } => {
            let file = shown_path(file);
            let what = match &problems[..] {
                [] => say!(lang, "{file} er ødelagt", "{file} is damaged"),
                [only] => format!("{file}:{}", lang.problem(only)),
                [first, more @ ..] => {
                    say!(
                        lang,
                        "{file}:{} (og {} fejl til)",
                        "{file}:{} (and {} more)",
                        lang.problem(first),
                        more.len()
                    )
                }
            };
            (
                what,
                say!(
                    lang,
                    ". Ret filen, eller flyt den væk",
                    ". Correct the file, or move it away"
                ),
            )
        }
        Fault::Newer { file, version } => (
            say!(
                lang,
                "{} er lavet med en nyere pejl (version {})",
                "{} was made with a newer pejl (version {})",
                shown_path(file),
                shown(version)
            ),
            say!(lang, ": opdatér pejl for at bruge den", ": update pejl to use it"),
        ),
        Fault::NameNotUtf8 { file } => (
            say!(
                lang,
                "navnet på {} er ikke UTF-8, så filen kan ikke vælges",
                "the name of {} is not UTF-8, so the file cannot be chosen",
                shown_path(file)
            ),
            say!(lang, ". Giv filen et andet navn", ". Give the file another name"),
        ),
        Fault::OtherFramework { file, framework } => (
            say!(
                lang,
                "{} hører til et andet grundlag, {}, end den profil, du arbejder i",
                "{} belongs to another framework, {}, than the profile you are in",
                shown_path(file),
                quoted(lang, framework)
            ),
            say!(
                lang,
                ". Hent den som sin egen profil med »pejl import«, eller lad den ligge",
                ". Fetch it as a profile of its own with “pejl import”, or leave it there"
            ),
        ),
        Fault::VersionGone => (
            say!(
                lang,
                "den anden udgave af profilen findes ikke længere",
                "the other version of the profile is not there any more"
            ),
            say!(lang, ": arbejd videre i din", ": carry on in yours"),
        ),
        Fault::Missing { file } => (
            say!(lang, "kan ikke finde {}", "cannot find {}", shown_path(file)),
            say!(
                lang,
                ": se efter, om navnet er rigtigt",
                ": see whether the name is right"
            ),
        ),
        Fault::Unreadable { file, why } => (
            say!(
                lang,
                "kan ikke læse {}: {}",
                "cannot read {}: {}",
                shown_path(file),
                cause(lang, why)
            ),
            format!(". {}", remedy(lang, why)),
        ),
        Fault::NotRegular { file } => (
            say!(
                lang,
                "{} er ikke en almindelig fil",
                "{} is not an ordinary file",
                shown_path(file)
            ),
            say!(lang, ": vælg en anden", ": choose another"),
        ),
        Fault::TooLarge { file, limit } => (
            say!(lang, "{} er for stor", "{} is too large", shown_path(file)),
            say!(
                lang,
                ": der er plads til {}. Gør den mindre, eller vælg en anden",
                ": there is room for {}. Make it smaller, or choose another",
                size(*limit)
            ),
        ),
        Fault::CannotCreate {
            path,
            why: Cause::Exists,
        } => (
            say!(lang, "{} findes allerede", "{} already exists", shown_path(path)),
            say!(
                lang,
                ": vælg et andet navn, eller skriv over den med --force",
                ": choose another name, or replace it with --force"
            ),
        ),
        Fault::Exists { path } => (
            say!(lang, "{} findes allerede", "{} already exists", shown_path(path)),
            say!(
                lang,
                ": ret den, eller flyt den væk først",
                ": edit it, or move it away first"
            ),
        ),
        Fault::CannotCreate { path, why } => (
            say!(
                lang,
                "kan ikke lave {}: {}",
                "cannot create {}: {}",
                shown_path(path),
                cause(lang, why)
            ),
            format!(". {}", remedy(lang, why)),
        ),
        Fault::Write { path, why } => (
            say!(
                lang,
                "kan ikke gemme {}: {}",
                "cannot save {}: {}",
                shown_path(path),
                cause(lang, why)
            ),
            say!(
                lang,
                ". {}. Det, der var gemt, er der endnu",
                ". {}. What was saved before is still there",
                remedy(lang, why)
            ),
        ),
        Fault::Locked { path } => (
            say!(
                lang,
                "{} er åben i en anden pejl",
                "{} is open in another pejl",
                shown_path(path)
            ),
            say!(lang, ": luk den, og prøv igen", ": close that one, and try again"),
        ),
        Fault::Conflict { kept } => (
            say!(
                lang,
                "et andet program har ændret profilen imens; dine ændringer ligger i {}",
                "another program has changed the profile meanwhile; your changes are in {}",
                shown_path(kept)
            ),
            say!(
                lang,
                ". Flet de to under Profiler i pejl, eller lad dem ligge",
                ". Merge the two under Profiles in pejl, or leave them there"
            ),
        ),
        Fault::SavedElsewhere { fault, kept } => (
            say!(
                lang,
                "{}; profilen ligger nu i {}",
                "{}; the profile is now in {}",
                self::fault(lang, fault).problem,
                shown_path(kept)
            ),
            say!(
                lang,
                ". Hent den med »pejl import«",
                ". Bring it in with `pejl import`"
            ),
        ),
        Fault::SavedNowhere { fault } => (
            say!(
                lang,
                "{}; intet andet sted tog imod profilen, så det sidste er gået tabt",
                "{}; no other place took the profile, so what came last is lost",
                self::fault(lang, fault).problem
            ),
            String::new(),
        ),
        Fault::Usage { command, trouble } => usage(lang, command, trouble),
        Fault::TooFewToHide { least, found } => (
            say!(
                lang,
                "navnene kan ikke skjules for {found}: med færre end {least} kan man gætte, hvem der er hvem",
                "the names of {found} cannot be hidden: with fewer than {least} one can guess who is who"
            ),
            say!(
                lang,
                ". Vis dem, eller vælg en større gruppe",
                ". Show them, or choose a larger group"
            ),
        ),
        Fault::NoReviewDate => (
            say!(
                lang,
                "der er ingen dato at se på profilen igen, som en kalender kan få",
                "there is no day to look at the profile again for a calendar to have"
            ),
            say!(
                lang,
                ". Vælg en i månedens pejling",
                ". Choose one in the monthly review"
            ),
        ),
        Fault::NoTerminal => (
            say!(
                lang,
                "der er ingen terminal at vise noget i",
                "there is no terminal to show anything in"
            ),
            without_screen(lang).to_owned(),
        ),
        Fault::DumbTerminal { name } => (
            match name.is_empty() {
                true => say!(
                    lang,
                    "terminalen kan ikke flytte markøren",
                    "the terminal cannot move its cursor"
                ),
                false => say!(
                    lang,
                    "terminalen {} kan ikke flytte markøren",
                    "the terminal {} cannot move its cursor",
                    quoted(lang, name)
                ),
            },
            without_screen(lang).to_owned(),
        ),
        Fault::ReadOnly { why } => {
            let then = match why {
                ReadOnly::Asked => say!(
                    lang,
                    ": start pejl igen for at ændre den",
                    ": start pejl again to change it"
                ),
                ReadOnly::Locked => say!(
                    lang,
                    ": luk den, og start pejl igen",
                    ": close it, and start pejl again"
                ),
                ReadOnly::Newer { .. } => say!(lang, ": hent en nyere pejl", ": get a newer pejl"),
                ReadOnly::Unreadable { why, .. } | ReadOnly::NotWritable { why, .. } => {
                    format!(". {}", remedy(lang, why))
                }
            };
            (read_only(lang, why), then)
        }
        Fault::TooLong { max, found } => (
            say!(
                lang,
                "teksten er for lang: {found} tegn",
                "the text is too long: {found} characters"
            ),
            say!(lang, ". Der er plads til {max}", ". There is room for {max}"),
        ),
        Fault::ControlCharacter => (
            say!(
                lang,
                "der er et styretegn i teksten",
                "there is a control character in the text"
            ),
            say!(lang, ": skriv den uden", ": write it without"),
        ),
        Fault::NotAhead { example } => (
            say!(
                lang,
                "datoen skal ligge efter i dag",
                "the date must be after today"
            ),
            say!(
                lang,
                ": skriv fx {}",
                ": type for example {}",
                crate::text::calendar::typed(*example)
            ),
        ),
        Fault::TooFarAhead { example } => (
            say!(
                lang,
                "datoen ligger for langt ude i fremtiden",
                "the date is too far ahead"
            ),
            say!(
                lang,
                ": skriv fx {}",
                ": type for example {}",
                crate::text::calendar::typed(*example)
            ),
        ),
        Fault::NotUtf8Input => (
            say!(
                lang,
                "teksten fra standardinput er ikke UTF-8",
                "the text from standard input is not UTF-8"
            ),
            say!(
                lang,
                ": gem den som UTF-8, og prøv igen",
                ": save it as UTF-8, and try again"
            ),
        ),
        Fault::Editor { command } if command.is_empty() => (
            say!(lang, "fandt ingen editor", "found no editor"),
            say!(
                lang,
                ": sæt VISUAL eller EDITOR til den, du bruger",
                ": set VISUAL or EDITOR to the one you use"
            ),
        ),
        Fault::Editor { command } => (
            say!(
                lang,
                "editoren {} sluttede med en fejl, så intet er ændret",
                "the editor {} ended with an error, so nothing is changed",
                quoted(lang, command)
            ),
            say!(
                lang,
                ": sæt VISUAL eller EDITOR til en, der virker",
                ": set VISUAL or EDITOR to one that works"
            ),
        ),
        Fault::LeftInFile { fault, kept } => {
            let Message { problem, hint } = self::fault(lang, fault);
            (
                problem,
                say!(
                    lang,
                    "{hint}. Det, du skrev, ligger i {}",
                    "{hint}. What you wrote is in {}",
                    shown_path(kept)
                ),
            )
        }
        Fault::Output { why } => (
            say!(
                lang,
                "kan ikke skrive til standardoutput: {}",
                "cannot write to standard output: {}",
                cause(lang, why)
            ),
            format!(". {}", remedy(lang, why)),
        ),
        Fault::Other { why } => (
            say!(
                lang,
                "det lykkedes ikke: {}",
                "it did not work: {}",
                cause(lang, why)
            ),
            format!(". {}", remedy(lang, why)),
        ),
    };
    Message { problem, hint }
}

fn without_screen(lang: Lang) -> &'static str {
    word!(
        lang,
        ": brug »pejl show« og de andre kommandoer, eller »pejl --plain«",
        ": use “pejl show” and the other commands, or “pejl --plain”"
    )
}

fn did_you_mean(lang: Lang, near: &[String]) -> String {
    match near {
        [] => say!(
            lang,
            ": »pejl show« viser dem, der er",
            ": “pejl show” shows what there is"
        ),
        near => say!(
            lang,
            ". Mente du {}?",
            ". Did you mean {}?",
            listed(near, or(lang))
        ),
    }
}

fn bad_name(lang: Lang, given: &str, why: NameTrouble) -> (String, String) {
    let (problem, hint) = match why {
        NameTrouble::Empty if given.trim().is_empty() => {
            return (
                word!(lang, "navnet er tomt", "the name is empty").to_owned(),
                word!(
                    lang,
                    ": skriv mindst ét bogstav eller tal",
                    ": write at least one letter or digit"
                )
                .to_owned(),
            );
        }
        NameTrouble::Empty => (
            word!(
                lang,
                "kan ikke være navnet på en profil",
                "cannot be the name of a profile"
            ),
            word!(
                lang,
                ": skriv mindst ét bogstav eller tal",
                ": write at least one letter or digit"
            ),
        ),
        NameTrouble::Unseen => (
            word!(
                lang,
                "har et styretegn eller et tegn, som ingen kan se",
                "has a control character or one that nobody can see"
            ),
            word!(
                lang,
                ": skriv navnet igen uden det",
                ": write the name again without it"
            ),
        ),
        NameTrouble::TooLong => {
            let then = say!(
                lang,
                ": skriv højst {MAX_NAME} tegn",
                ": write at most {MAX_NAME} characters"
            );
            return (
                say!(
                    lang,
                    "navnet {} er for langt",
                    "the name {} is too long",
                    quoted(lang, given)
                ),
                then,
            );
        }
        NameTrouble::Reserved => (
            word!(
                lang,
                "er et navn, som Windows selv bruger",
                "is a name that Windows keeps for itself"
            ),
            word!(lang, ": vælg et andet", ": choose another"),
        ),
        NameTrouble::Taken => (
            word!(
                lang,
                "er optaget af en profil, der hedder det samme eller næsten det samme",
                "is taken by a profile of the same or nearly the same name"
            ),
            word!(lang, ": vælg et andet navn", ": choose another name"),
        ),
        NameTrouble::Nobody => (
            word!(
                lang,
                "siger ikke de andre, hvem du er",
                "does not tell the others who you are"
            ),
            word!(
                lang,
                ": del under dit eget navn (pejl share --name NAVN)",
                ": share under your own name (pejl share --name NAME)"
            ),
        ),
    };
    (format!("{} {problem}", quoted(lang, given)), hint.to_owned())
}
