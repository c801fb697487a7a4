//! Faults in Danish.

use super::{LISTED, Lang, Said, character, dial_ends, ends, listed, shown, shown_field, shown_path, size};
use crate::core::{
    fault::{Cause, Fault, MAX_NAME, NameTrouble, Notice, ReadOnly, UsageTrouble},
    problem::{Expected, Kind, Problem, ProblemKind, SyntaxErrorKind},
};

fn quoted(text: &str) -> String {
    format!("»{}«", shown(text))
}

pub(super) fn fault(fault: &Fault) -> Said {
    let (what, then) = match fault {
        Fault::UnknownMark { given, near } => (
            format!("kender ikke pejlemærket {}", quoted(given)),
            did_you_mean(near),
        ),
        Fault::UnknownTarget { given, near } => (
            format!("kender ikke feltet eller pejlemærket {}", quoted(given)),
            did_you_mean(near),
        ),
        Fault::Ambiguous { given, candidates } => (
            format!("{} kan være {}", quoted(given), listed(candidates, "eller")),
            ": skriv mere af navnet".to_owned(),
        ),
        Fault::Value { given } => {
            let (min, max) = dial_ends();
            (
                format!("{} er ikke en værdi", quoted(given)),
                format!(": skriv et helt tal fra {min} til {max}"),
            )
        }
        Fault::UnknownProfile { given, known } => (
            format!("kender ikke profilen {}", quoted(given)),
            match known.len() {
                0 => ": der er ingen endnu, og »pejl profile new« laver en".to_owned(),
                1..=LISTED => format!(": vælg {}", listed(known, "eller")),
                _ => ": »pejl profile list« viser dem, der er".to_owned(),
            },
        ),
        Fault::BadName { given, why } => bad_name(given, *why),
        Fault::UnknownBearing { given, known } => (
            format!("kender ikke pejlingen {}", quoted(given)),
            match known.len() {
                0 => ": der er ingen endnu, og »pejl bearing save« gemmer en".to_owned(),
                1..=LISTED => format!(": vælg {}", listed(known, "eller")),
                _ => ": »pejl bearing list« viser dem, der er".to_owned(),
            },
        ),
        Fault::Damaged { file, problems } => {
            let file = shown_path(file);
            let what = match &problems[..] {
                [] => format!("{file} er ødelagt"),
                [only] => format!("{file}:{}", Lang::Da.problem(only)),
                [first, more @ ..] => {
                    format!("{file}:{} (og {} fejl til)", Lang::Da.problem(first), more.len())
                }
            };
            (what, ". Ret filen, eller flyt den væk".to_owned())
        }
        Fault::Newer { file, version } => (
            format!(
                "{} er lavet med en nyere pejl (version {})",
                shown_path(file),
                shown(version)
            ),
            ": opdatér pejl for at bruge den".to_owned(),
        ),
        Fault::OtherFramework { file, framework } => (
            format!(
                "{} hører til et andet grundlag, {}, end den profil, du arbejder i",
                shown_path(file),
                quoted(framework)
            ),
            ". Hent den som sin egen profil med »pejl import«, eller lad den ligge".to_owned(),
        ),
        Fault::VersionGone => (
            "den anden udgave af profilen er der ikke mere".to_owned(),
            ": gå videre med din".to_owned(),
        ),
        Fault::Missing { file } => (
            format!("kan ikke finde {}", shown_path(file)),
            ": se efter, om navnet er rigtigt".to_owned(),
        ),
        Fault::Unreadable { file, why } => (
            format!("kan ikke læse {}: {}", shown_path(file), cause(why)),
            format!(". {}", remedy(why)),
        ),
        Fault::NotRegular { file } => (
            format!("{} er ikke en almindelig fil", shown_path(file)),
            ": vælg en anden".to_owned(),
        ),
        Fault::TooLarge { file, limit } => (
            format!("{} er for stor", shown_path(file)),
            format!(
                ": der er plads til {}. Gør den mindre, eller vælg en anden",
                size(*limit)
            ),
        ),
        Fault::CannotCreate {
            path,
            why: Cause::Exists,
        } => (
            format!("{} findes allerede", shown_path(path)),
            ": vælg et andet navn, eller skriv over den med --force".to_owned(),
        ),
        Fault::Exists { path } => (
            format!("{} findes allerede", shown_path(path)),
            ": ret den, eller flyt den væk først".to_owned(),
        ),
        Fault::CannotCreate { path, why } => (
            format!("kan ikke lave {}: {}", shown_path(path), cause(why)),
            format!(". {}", remedy(why)),
        ),
        Fault::Write { path, why } => (
            format!("kan ikke gemme {}: {}", shown_path(path), cause(why)),
            format!(". {}. Det, der var gemt, er der endnu", remedy(why)),
        ),
        Fault::Locked { path } => (
            format!("{} er åben i en anden pejl", shown_path(path)),
            ": luk den, og prøv igen".to_owned(),
        ),
        Fault::Conflict { kept } => (
            format!(
                "et andet program har ændret profilen imens; dine ændringer ligger i {}",
                shown_path(kept)
            ),
            ". Flet de to under Profiler i pejl, eller lad dem ligge".to_owned(),
        ),
        Fault::SavedElsewhere { fault, kept } => (
            format!(
                "{}; profilen ligger nu i {}",
                self::fault(fault).what,
                shown_path(kept)
            ),
            ". Hent den med »pejl import«".to_owned(),
        ),
        Fault::Usage { command, trouble } => usage(command, trouble),
        Fault::NoTerminal => (
            "der er ingen terminal at vise noget i".to_owned(),
            WITHOUT_SCREEN.to_owned(),
        ),
        Fault::DumbTerminal { name } => (
            match name.is_empty() {
                true => "terminalen kan ikke flytte markøren".to_owned(),
                false => format!("terminalen {} kan ikke flytte markøren", quoted(name)),
            },
            WITHOUT_SCREEN.to_owned(),
        ),
        Fault::ReadOnly { why } => {
            let then = match why {
                ReadOnly::Asked => ": start pejl igen for at ændre den".to_owned(),
                ReadOnly::Locked => ": luk den, og start pejl igen".to_owned(),
                ReadOnly::Newer { .. } => ": hent en nyere pejl".to_owned(),
                ReadOnly::Unreadable { why } | ReadOnly::NotWritable { why } => {
                    format!(". {}", remedy(why))
                }
            };
            (read_only(why), then)
        }
        Fault::TooLong { max, found } => (
            format!("teksten er for lang: {found} tegn"),
            format!(". Der er plads til {max}"),
        ),
        Fault::ControlCharacter => (
            "der er et styretegn i teksten".to_owned(),
            ": skriv den uden".to_owned(),
        ),
        Fault::NotUtf8Input => (
            "teksten fra standardinput er ikke UTF-8".to_owned(),
            ": gem den som UTF-8, og prøv igen".to_owned(),
        ),
        Fault::Output { why } => (
            format!("kan ikke skrive til standardoutput: {}", cause(why)),
            format!(". {}", remedy(why)),
        ),
        Fault::Other { why } => (
            format!("det lykkedes ikke: {}", cause(why)),
            format!(". {}", remedy(why)),
        ),
    };
    Said { what, then }
}

const WITHOUT_SCREEN: &str = ": brug »pejl show« og de andre kommandoer, eller »pejl --plain«";

fn did_you_mean(near: &[String]) -> String {
    match near {
        [] => ": »pejl show« viser dem, der er".to_owned(),
        near => format!(". Mente du {}?", listed(near, "eller")),
    }
}

fn bad_name(given: &str, why: NameTrouble) -> (String, String) {
    let (what, then) = match why {
        NameTrouble::Empty => (
            "kan ikke være navnet på en profil",
            ": skriv mindst ét bogstav eller tal",
        ),
        NameTrouble::TooLong => {
            let then = format!(": skriv højst {MAX_NAME} tegn");
            return (format!("navnet {} er for langt", quoted(given)), then);
        }
        NameTrouble::Reserved => ("er et navn, som Windows selv bruger", ": vælg et andet"),
        NameTrouble::Taken => (
            "er optaget af en profil, der hedder det samme eller næsten det samme",
            ": vælg et andet navn",
        ),
    };
    (format!("{} {what}", quoted(given)), then.to_owned())
}

fn usage(command: &str, trouble: &UsageTrouble) -> (String, String) {
    let command = shown(command);
    let help = || format!(": »{command} --help« viser hvordan");
    let nearest = |near: &Option<String>| match near {
        Some(near) => format!(". Mente du {}?", shown(near)),
        None => format!(": »{command} --help« viser dem, der er"),
    };
    match trouble {
        UsageTrouble::UnknownCommand { given, near } => {
            (format!("kender ikke kommandoen {}", quoted(given)), nearest(near))
        }
        UsageTrouble::UnknownOption { given, near } => {
            (format!("kender ikke tilvalget {}", quoted(given)), nearest(near))
        }
        UsageTrouble::MissingCommand { known } => (
            format!("der mangler en kommando efter »{command}«"),
            match known[..] {
                [] => help(),
                _ => format!(": skriv {}", listed(known, "eller")),
            },
        ),
        UsageTrouble::MissingArgument { names } => (
            format!("der mangler {} til »{command}«", listed(names, "og")),
            help(),
        ),
        UsageTrouble::MissingValue { name } => (format!("{} mangler en værdi", shown(name)), help()),
        UsageTrouble::NotAllowed { name, given, allowed } => (
            format!("{} kan ikke være {}", shown(name), quoted(given)),
            format!(": vælg {}", listed(allowed, "eller")),
        ),
        UsageTrouble::NotAnInteger { name, given } => (
            format!("{} kan ikke være {}", shown(name), quoted(given)),
            ": skriv et helt tal som 2 eller -1".to_owned(),
        ),
        UsageTrouble::Unexpected { given } => (format!("{} er der ikke brug for her", quoted(given)), help()),
        UsageTrouble::Conflict { name, other } => (
            format!("{} og {} kan ikke bruges sammen", shown(name), shown(other)),
            ": vælg ét af dem".to_owned(),
        ),
        UsageTrouble::TooLong { name, max, found } => (
            format!("{} er for lang: {found} tegn", shown(name)),
            format!(". Der er plads til {max}"),
        ),
        UsageTrouble::ControlCharacter { name } => (
            format!("der er et styretegn i {}", shown(name)),
            ": skriv teksten uden".to_owned(),
        ),
        UsageTrouble::NotText { name } => (
            format!("{} er ikke tekst og kan ikke vises i terminalen", shown(name)),
            ": skriv det i en fil med -o".to_owned(),
        ),
        UsageTrouble::NotUtf8 => (
            format!("et argument til »{command}« er ikke UTF-8"),
            ": skriv det om, eller giv filen et andet navn".to_owned(),
        ),
    }
}

const NOT_TOML: &str = "her kan filen ikke læses som TOML: skriv hver linje som theme = \"dark\"";

pub(super) fn problem(problem: &Problem) -> String {
    let path = shown_field(&problem.path);
    let subject = if path.is_empty() { "filen" } else { &path };
    match &problem.kind {
        ProblemKind::Syntax(kind) if path.is_empty() => syntax(*kind),
        ProblemKind::Syntax(kind) => format!("{path}: {}", syntax(*kind)),
        ProblemKind::NotToml if path.is_empty() => NOT_TOML.to_owned(),
        ProblemKind::NotToml => format!("{path}: {NOT_TOML}"),
        ProblemKind::UnknownKey { known } => match &known[..] {
            [] => format!("{subject} kendes ikke: den bliver stående og gør intet"),
            known => format!("{subject} kendes ikke: det kan være {}", listed(known, "eller")),
        },
        ProblemKind::NotAKey { found } => format!(
            "{subject} er {}, som ikke er en tast: skriv den som o, Ctrl+S, PgDn eller F5",
            quoted(found)
        ),
        ProblemKind::KeyTaken { found, by } => format!(
            "{subject} er {}, som allerede er tast for {by}: vælg en anden, eller giv {by} en anden",
            quoted(found)
        ),
        ProblemKind::NotAColor { found } => format!(
            "{subject} er {}, som ikke er en farve: skriv den som #86cfd2, light blue eller et tal fra 0 til 255",
            quoted(found)
        ),
        ProblemKind::DuplicateKey => format!("{subject} står to gange: behold den ene"),
        ProblemKind::Missing => format!("{subject} mangler"),
        ProblemKind::WrongType { expected, found } => {
            format!("{subject} er {}, men skal være {}", kind(*found), kind(*expected))
        }
        ProblemKind::Empty => format!("{subject} er tom: skriv noget"),
        ProblemKind::TooLong { max, found } => {
            format!("{subject} er på {found} tegn, men må højst være på {max}")
        }
        ProblemKind::Invisible { found: '\n' | '\r' } => {
            format!("{subject} har et linjeskift: skriv et nyt afsnit som en ny tekst i listen")
        }
        ProblemKind::Invisible { found } => format!(
            "{subject} har et tegn, der ikke kan ses ({}): fjern det",
            character(*found, quoted)
        ),
        ProblemKind::UnknownFormat { found, expected } => {
            format!(
                "{subject} er {}, men skal være {}",
                quoted(found),
                quoted(expected)
            )
        }
        ProblemKind::BadVersion { found } => format!(
            "{subject} er {}, men skal være to tal med punktum imellem, som 1.0",
            quoted(found)
        ),
        ProblemKind::NewerVersion { found } => format!(
            "{subject} er {}, og filen er lavet til en nyere pejl end denne",
            quoted(found)
        ),
        ProblemKind::BadId { found } => format!(
            "{subject} er {}, men må kun have a–z, 0–9 og bindestreg, mindst ét bogstav og ikke bindestreg først",
            quoted(found)
        ),
        ProblemKind::DuplicateId { first } => format!(
            "{subject} er det samme id som {}: giv det ene et andet",
            shown_field(first)
        ),
        ProblemKind::UnknownChoice { found, allowed } => {
            let allowed: Vec<String> = allowed.iter().map(|word| quoted(word)).collect();
            format!(
                "{subject} er {}, men skal være {}",
                quoted(found),
                listed(&allowed, "eller")
            )
        }
        ProblemKind::Count { min, max, found } if min == max => {
            format!("{subject} har {found} led, men skal have {max}")
        }
        ProblemKind::Count { min: 0, max, found } => {
            format!("{subject} har {found} led, men må højst have {max}")
        }
        ProblemKind::Count { min, max, found } => {
            format!("{subject} har {found} led, men skal have fra {min} til {max}")
        }
        ProblemKind::OffScale { found, min, max } => {
            let (min, max) = ends(*min, *max);
            format!(
                "{subject} er {}, men skal være et helt tal fra {min} til {max}",
                shown(found)
            )
        }
        ProblemKind::NotADate => format!("{subject} er ikke en dato: skriv den som 2026-11-23"),
        ProblemKind::NotAMoment => {
            format!("{subject} er ikke et tidspunkt: skriv det som 2026-11-23T08:15:00+01:00")
        }
    }
}

fn syntax(kind: SyntaxErrorKind) -> String {
    match kind {
        SyntaxErrorKind::TooLarge { limit } => format!("filen er større end {}", size(limit as u64)),
        SyntaxErrorKind::TooDeep { limit } => {
            format!("her er mere end {limit} lister og objekter inden i hinanden")
        }
        SyntaxErrorKind::ByteOrderMark => "filen begynder med et usynligt tegn: gem den som UTF-8 uden BOM".to_owned(),
        SyntaxErrorKind::NotUtf8 => "her er tegn, der ikke er UTF-8: gem filen som UTF-8".to_owned(),
        SyntaxErrorKind::UnexpectedEnd => "filen slutter, før den er færdig".to_owned(),
        SyntaxErrorKind::Unexpected { found, expected } => format!(
            "{}, men der står {}",
            self::expected(expected),
            character(found, quoted)
        ),
        SyntaxErrorKind::ControlInString => {
            "her er et linjeskift eller et andet usynligt tegn midt i en tekst: fjern det, eller afslut teksten med \""
                .to_owned()
        }
        SyntaxErrorKind::BadEscape => {
            "her er en omvendt skråstreg foran noget forkert: skriv den to gange for at få den med".to_owned()
        }
        SyntaxErrorKind::BadNumber => "her er et tal, der er skrevet forkert: skriv det som 3, -3 eller 0.5".to_owned(),
    }
}

fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Value => "her skal stå en værdi",
        Expected::Key => "her skal stå et navn i anførselstegn",
        Expected::Colon => "her skal stå »:«",
        Expected::CommaOrBracket => "her skal stå »,« eller »]«",
        Expected::CommaOrBrace => "her skal stå »,« eller »}«",
        Expected::End => "filen skal slutte her",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Bool => "true eller false",
        Kind::Number => "et tal",
        Kind::String => "en tekst",
        Kind::Array => "en liste",
        Kind::Object => "et objekt",
    }
}

pub(super) fn read_only(why: &ReadOnly) -> String {
    match why {
        ReadOnly::Asked => "kun læsning".to_owned(),
        ReadOnly::Locked => "kun læsning: åben i en anden pejl".to_owned(),
        ReadOnly::Newer { version } => format!("kun læsning: lavet med en nyere pejl ({})", shown(version)),
        ReadOnly::Unreadable { why } => format!("kun læsning: filen kan ikke læses, {}", cause(why)),
        ReadOnly::NotWritable { why } => format!("kun læsning: {}", cause(why)),
    }
}

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Recovered {
            damage,
            aside,
            backup,
        } => {
            let mut said = format!("Profilen kunne ikke bruges: {}. ", fault(damage).what);
            said += &match backup {
                Some(backup) => format!("Du ser sikkerhedskopien {}", shown_path(backup)),
                None => "Der var ingen sikkerhedskopi, så alle drejeknapper står i midten".to_owned(),
            };
            if let Some(aside) = aside {
                said += &format!(". Den gamle fil ligger i {}", shown_path(aside));
            }
            said
        }
        Notice::NoLocking => "Filer kan ikke låses her. Hold profilen åben ét sted ad gangen".to_owned(),
        Notice::NewerMinor { version } => format!(
            "Profilen er lavet med en nyere pejl (version {}). Det, denne ikke kender, bliver stående",
            shown(version)
        ),
        Notice::OtherFramework { framework } => format!(
            "Profilen hører til et andet grundlag, {}. Åbn den med --framework og det grundlags fil",
            quoted(framework)
        ),
    }
}

pub(super) fn cause(cause: &Cause) -> String {
    let words = match cause {
        Cause::Full => "disken er fuld",
        Cause::ReadOnly => "der er skrivebeskyttet",
        Cause::Denied => "adgang nægtet",
        Cause::Device => "fejl på drevet",
        Cause::TooManyOpen => "for mange filer er åbne",
        Cause::TooBig => "filen bliver for stor",
        Cause::Gone => "mappen findes ikke",
        Cause::Exists => "den findes allerede",
        Cause::NotAFile => "der er noget andet end en fil",
        Cause::Slow => "intet svar i tide",
        Cause::Other(words) => return shown(words),
    };
    words.to_owned()
}

/// What to do about a cause, as a sentence without its full stop.
fn remedy(cause: &Cause) -> &'static str {
    match cause {
        Cause::Full => "Frigør plads, og prøv igen",
        Cause::ReadOnly => "Vælg et andet sted",
        Cause::Denied => "Skaf adgang, eller vælg et andet sted",
        Cause::Device => "Se efter, om drevet sidder rigtigt, og prøv igen",
        Cause::TooManyOpen => "Luk nogle programmer, og prøv igen",
        Cause::TooBig => "Gør den mindre, eller vælg et andet sted",
        Cause::Gone => "Se efter, om stien er rigtig",
        Cause::Exists | Cause::NotAFile => "Vælg et andet navn",
        Cause::Slow | Cause::Other(_) => "Prøv igen",
    }
}
