//! What is wrong inside a file.

use super::{Lang, character, ends, listed, or, quoted, shown, shown_field, size};
use crate::core::problem::{Expected, Kind, Problem, ProblemKind, SyntaxErrorKind};

fn not_toml(lang: Lang) -> &'static str {
    word!(
        lang,
        "her kan filen ikke læses som TOML: skriv hver linje som theme = \"dark\"",
        "the file cannot be read as TOML here: write each line as theme = \"dark\""
    )
}

pub(super) fn problem(lang: Lang, problem: &Problem) -> String {
    let path = shown_field(&problem.path);
    let subject = if path.is_empty() {
        word!(lang, "filen", "the file")
    } else {
        &path
    };
    match &problem.kind {
        ProblemKind::Syntax(kind) if path.is_empty() => syntax(lang, *kind),
        ProblemKind::Syntax(kind) => format!("{path}: {}", syntax(lang, *kind)),
        ProblemKind::NotToml if path.is_empty() => not_toml(lang).to_owned(),
        ProblemKind::NotToml => format!("{path}: {}", not_toml(lang)),
        ProblemKind::UnknownKey { known } => match &known[..] {
            [] => say!(
                lang,
                "{subject} er ukendt og har ingen virkning",
                "{subject} is unknown and is ignored"
            ),
            known => say!(
                lang,
                "{subject} er ukendt: det kan være {}",
                "{subject} is unknown: it can be {}",
                listed(known, or(lang))
            ),
        },
        ProblemKind::NotAKey { found } => say!(
            lang,
            "{subject} er {}, som ikke er en tast: skriv den som o, Ctrl+S, PgDn eller F5",
            "{subject} is {}, which is no key: write it as o, Ctrl+S, PgDn or F5",
            quoted(lang, found)
        ),
        ProblemKind::KeyTaken { found, by } => say!(
            lang,
            "{subject} er {}, som allerede er tast for {by}: vælg en anden, eller giv {by} en anden",
            "{subject} is {}, which is a key of {by} already: choose another, or give {by} another",
            quoted(lang, found)
        ),
        ProblemKind::NotAColor { found } => say!(
            lang,
            "{subject} er {}, som ikke er en farve: skriv den som #86cfd2, light blue eller et tal fra 0 til 255",
            "{subject} is {}, which is no colour: write it as #86cfd2, light blue or a number from 0 to 255",
            quoted(lang, found)
        ),
        ProblemKind::DuplicateKey => say!(
            lang,
            "{subject} står to gange: behold den ene",
            "{subject} is there twice: keep one of them"
        ),
        ProblemKind::Missing => say!(lang, "{subject} mangler", "{subject} is missing"),
        ProblemKind::WrongType { expected, found } => {
            say!(
                lang,
                "{subject} er {}, men skal være {}",
                "{subject} is {}, but must be {}",
                kind(lang, *found),
                kind(lang, *expected)
            )
        }
        ProblemKind::Empty => say!(
            lang,
            "{subject} er tom: skriv noget",
            "{subject} is empty: write something"
        ),
        ProblemKind::TooLong { max, found } => {
            say!(
                lang,
                "{subject} er på {found} tegn, men må højst være på {max}",
                "{subject} has {found} characters, but may have {max} at most"
            )
        }
        ProblemKind::Invisible { found: '\n' | '\r' } => {
            say!(
                lang,
                "{subject} har et linjeskift: skriv et nyt afsnit som en ny tekst i listen",
                "{subject} has a line break: write a new paragraph as a new text of the list"
            )
        }
        ProblemKind::Invisible { found } => say!(
            lang,
            "{subject} har et tegn, der ikke kan ses ({}): fjern det",
            "{subject} has a character that cannot be seen ({}): remove it",
            character(lang, *found)
        ),
        ProblemKind::UnknownFormat { found, expected } => {
            say!(
                lang,
                "{subject} er {}, men skal være {}",
                "{subject} is {}, but must be {}",
                quoted(lang, found),
                quoted(lang, expected)
            )
        }
        ProblemKind::BadVersion { found } => say!(
            lang,
            "{subject} er {}, men skal være to tal med punktum imellem, som 1.0",
            "{subject} is {}, but must be two numbers with a dot between, such as 1.0",
            quoted(lang, found)
        ),
        ProblemKind::NewerVersion { found } => say!(
            lang,
            "{subject} er {}, og filen er lavet til en nyere pejl end denne",
            "{subject} is {}, and the file was made for a newer pejl than this one",
            quoted(lang, found)
        ),
        ProblemKind::BadId { found } => say!(
            lang,
            "{subject} er {}, men må kun have a–z, 0–9 og bindestreg, mindst ét bogstav og ikke bindestreg først",
            "{subject} is {}, but may only have a–z, 0–9 and hyphens, at least one letter and no hyphen first",
            quoted(lang, found)
        ),
        ProblemKind::DuplicateId { first } => say!(
            lang,
            "{subject} er det samme id som {}: giv det ene et andet",
            "{subject} is the same id as {}: give one of them another",
            shown_field(first)
        ),
        ProblemKind::UnknownId {
            found,
            of_a_mark: true,
        } => say!(
            lang,
            "{subject} er {}, men intet pejlemærke har det id",
            "{subject} is {}, but no mark has that id",
            quoted(lang, found)
        ),
        ProblemKind::UnknownId { found, .. } => say!(
            lang,
            "{subject} er {}, men intet felt har det id",
            "{subject} is {}, but no field has that id",
            quoted(lang, found)
        ),
        ProblemKind::NotInText => say!(
            lang,
            "{subject} står ikke i grundlagets tekst: kopiér en sætning derfra, bogstav for bogstav",
            "{subject} does not stand in the framework's text: copy a sentence from it, letter by letter"
        ),
        ProblemKind::Conditions { found, allowed } => {
            let allowed: Vec<String> = allowed.iter().map(|word| (*word).to_owned()).collect();
            let allowed = listed(&allowed, or(lang));
            match found {
                0 => say!(
                    lang,
                    "{subject} har ingen betingelse: skriv {allowed}",
                    "{subject} has no condition: write {allowed}"
                ),
                _ => say!(
                    lang,
                    "{subject} har {found} betingelser, men må kun have én: lav et spørgsmål til hver",
                    "{subject} has {found} conditions, but may have one: make a question for each"
                ),
            }
        }
        ProblemKind::UnknownBlank { found, allowed } if allowed.is_empty() => say!(
            lang,
            "{subject} har {}, men intet sættes ind her: skriv sætningen helt ud",
            "{subject} has {}, but nothing is filled in here: write the sentence out",
            quoted(lang, &format!("{{{found}}}"))
        ),
        ProblemKind::UnknownBlank { found, allowed } => {
            let allowed: Vec<String> = allowed.iter().map(|name| format!("{{{name}}}")).collect();
            say!(
                lang,
                "{subject} har {}, men her kan kun stå {}",
                "{subject} has {}, but only {} can stand here",
                quoted(lang, &format!("{{{found}}}")),
                listed(&allowed, or(lang))
            )
        }
        ProblemKind::UnknownChoice { found, allowed } => {
            let allowed: Vec<String> = allowed.iter().map(|word| quoted(lang, word)).collect();
            say!(
                lang,
                "{subject} er {}, men skal være {}",
                "{subject} is {}, but must be {}",
                quoted(lang, found),
                listed(&allowed, or(lang))
            )
        }
        ProblemKind::Count { min, max, found } if min == max => {
            say!(
                lang,
                "{subject} har {}, men skal have {max}",
                "{subject} has {}, but must have {max}",
                entries(lang, *found)
            )
        }
        ProblemKind::Count { min: 0, max, found } => {
            say!(
                lang,
                "{subject} har {}, men må højst have {max}",
                "{subject} has {}, but may have {max} at most",
                entries(lang, *found)
            )
        }
        ProblemKind::Count { min, max, found } => {
            say!(
                lang,
                "{subject} har {}, men skal have fra {min} til {max}",
                "{subject} has {}, but must have from {min} to {max}",
                entries(lang, *found)
            )
        }
        ProblemKind::OffScale { found, min, max } => {
            let (min, max) = ends(*min, *max);
            say!(
                lang,
                "{subject} er {}, men skal være et helt tal fra {min} til {max}",
                "{subject} is {}, but must be a whole number from {min} to {max}",
                shown(found)
            )
        }
        ProblemKind::NotADate => say!(
            lang,
            "{subject} er ikke en dato: skriv den som 2026-11-23",
            "{subject} is not a date: write it as 2026-11-23"
        ),
        ProblemKind::NotAMoment => {
            say!(
                lang,
                "{subject} er ikke et tidspunkt: skriv det som 2026-11-23T08:15:00+01:00",
                "{subject} is not a date and time: write it as 2026-11-23T08:15:00+01:00"
            )
        }
    }
}

fn entries(lang: Lang, count: usize) -> String {
    match count {
        1 => say!(lang, "1 element", "1 entry"),
        _ => say!(lang, "{count} elementer", "{count} entries"),
    }
}

fn syntax(lang: Lang, kind: SyntaxErrorKind) -> String {
    match kind {
        SyntaxErrorKind::TooLarge { limit } => say!(lang, "filen er større end {}", "the file is larger than {}", size(limit as u64)),
        SyntaxErrorKind::TooDeep { limit } => {
            say!(lang, "her er mere end {limit} lister og objekter inden i hinanden", "more than {limit} lists and objects stand inside each other here")
        }
        SyntaxErrorKind::ByteOrderMark => say!(lang, "filen begynder med et usynligt tegn: gem den som UTF-8 uden BOM", "the file begins with an invisible character: save it as UTF-8 without BOM"),
        SyntaxErrorKind::NotUtf8 => say!(lang, "her er tegn, der ikke er UTF-8: gem filen som UTF-8", "what stands here is not UTF-8: save the file as UTF-8"),
        SyntaxErrorKind::UnexpectedEnd => say!(lang, "filen slutter, før den er færdig", "the file ends before it is complete"),
        SyntaxErrorKind::Unexpected { found, expected } => say!(lang, "{}, men der står {}", "{}, but there is {}",
            self::expected(lang, expected),
            character(lang, found)
        ),
        SyntaxErrorKind::ControlInString => {
            word!(lang, "her er et linjeskift eller et andet usynligt tegn midt i en tekst: fjern det, eller afslut teksten med \"", "a line break or another invisible character stands inside a text here: remove it, or end the text with \"")
                .to_owned()
        }
        SyntaxErrorKind::BadEscape => {
            say!(lang, "her er en omvendt skråstreg foran noget forkert: skriv den to gange for at få den med", "a backslash stands before something wrong here: write it twice to have it in the text")
        }
        SyntaxErrorKind::BadNumber => say!(lang, "her er et tal, der er skrevet forkert: skriv det som 3, -3 eller 0.5", "a number is written wrongly here: write it as 3, -3 or 0.5"),
    }
}

fn expected(lang: Lang, expected: Expected) -> &'static str {
    match expected {
        Expected::Value => word!(lang, "her skal stå en værdi", "a value must stand here"),
        Expected::Key => word!(
            lang,
            "her skal stå et navn i anførselstegn",
            "a name in quotes must stand here"
        ),
        Expected::Colon => word!(lang, "her skal stå »:«", "“:” must stand here"),
        Expected::CommaOrBracket => word!(lang, "her skal stå »,« eller »]«", "“,” or “]” must stand here"),
        Expected::CommaOrBrace => word!(lang, "her skal stå »,« eller »}«", "“,” or “}” must stand here"),
        Expected::End => word!(lang, "filen skal slutte her", "the file must end here"),
    }
}

fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Bool => word!(lang, "true eller false", "true or false"),
        Kind::Number => word!(lang, "et tal", "a number"),
        Kind::String => word!(lang, "en tekst", "a text"),
        Kind::Array => word!(lang, "en liste", "a list"),
        Kind::Object => word!(lang, "et objekt", "an object"),
    }
}
