//! The words of what goes out to others and comes in from them: exports, imports, the team, frameworks of others, shell
//! completions and the manual. What stands in the files themselves is in `export`.

use super::cli::Named;
use crate::core::format::{Format, Part};

messages! {
    /// The words in one language.
    #[allow(missing_docs)] // each field is the command, argument or option of the same name in `cli::args`, up to `exits`
    pub struct ShareText;

    export { da: "Print og del: skriv profilen i et andet format", en: "Print and share: write the profile in another format" }
    format: Named {
        da: (
            "FORMAT",
            "md (tekst), html (et ark til en samtale), pdf (det samme til at printe), svg og png (rosen), csv, json (til en anden pejl), xlsx eller ics (datoen til kalenderen)",
        ),
        en: (
            "FORMAT",
            "md (text), html (a sheet for a one-to-one), pdf (the same, to print), svg and png (the rose), csv, json (for another pejl), xlsx or ics (the date for your calendar)",
        ),
    }
    output: Named {
        da: ("FIL", "Skriv i denne fil; uden, eller med -, på standardoutput"),
        en: ("FILE", "Write to this file; without it, or with -, to standard output"),
    }
    force { da: "Skriv over filen, hvis den findes", en: "Replace the file where it is there" }
    without: Named {
        da: (
            "DELE",
            "Udelad notes (noter), bearings (pejlinger), questions (spørgsmål), \
             decisions (beslutninger); adskil med komma",
        ),
        en: (
            "PARTS",
            "Leave out notes, bearings, questions, decisions; separated by commas",
        ),
    }
    what: Named {
        da: (
            "HVAD",
            "Hvad der vises på papir: sheet (arket til en samtale), rose (rosen), cards (et kort for hvert pejlemærke) eller all (det hele)",
        ),
        en: (
            "WHAT",
            "What stands on paper: sheet (for a one-to-one), rose, cards (one for each guidepost) or all (all of it)",
        ),
    }
    import {
        da: "Hent en profil ind fra en fil",
        en: "Bring in a profile from a file",
    }
    import_file: Named {
        da: ("FIL", "Profilen, som »pejl export json« skriver den; - læser den fra standardinput"),
        en: ("FILE", "The profile, as “pejl export json” writes it; - reads it from standard input"),
    }
    as_name: Named {
        da: ("NAVN", "Giv profilen dette navn her"),
        en: ("NAME", "Give the profile this name here"),
    }
    share {
        da: "Læg din pejling i ledergruppens mappe: drejeknapperne alene, aldrig noter, beslutninger eller svar",
        en: "Put your dials into the team's folder: the values alone, never notes, decisions or answers",
    }
    folder: Named {
        da: ("MAPPE", "Ledergruppens mappe; uden er det den første mappe i indstillingen team"),
        en: ("FOLDER", "The team's folder; without it the first folder of the setting team"),
    }
    own_name: Named {
        da: ("NAVN", "Dit navn, som de andre ser; profilen kommer til at hedde det samme"),
        en: ("NAME", "Your name, as the others see it; the profile takes it too"),
    }
    take_back { da: "Tag det tilbage, du har delt", en: "Take back what you have shared" }
    /// Nothing of this leader lay in the folder to take back.
    nothing_shared(folder: &str) {
        da: "Du har ikke delt noget i {folder}",
        en: "You have shared nothing in {folder}",
    }
    compare {
        da: "Læg en kollegas drejeknapper oven på dine egne: de pejlemærker, hvor I står mindst to hak fra hinanden",
        en: "Lay a colleague's dials over your own: the guideposts where you stand two notches or more apart",
    }
    compare_file: Named {
        da: ("FIL", "Det, kollegaen har delt, eller en hel profil"),
        en: ("FILE", "What the colleague has shared, or a whole profile"),
    }
    compare_all { da: "Vis alle pejlemærker", en: "Show all guideposts" }
    team {
        da: "Vis ledergruppens profiler ved siden af hinanden, det pejlemærke, hvor I er længst fra hinanden, først",
        en: "Show the team's profiles side by side, the guidepost where you are furthest apart first",
    }
    team_paths: Named {
        da: (
            "STI",
            "Profiler, eller mapper med profiler; uden er det dem i indstillingen team",
        ),
        en: (
            "PATH",
            "Profiles, or folders of profiles; without it those of the setting team",
        ),
    }
    team_format: Named {
        da: (
            "FORMAT",
            "Skriv ledergruppens billede som md, html, pdf, svg, png, csv, json eller xlsx",
        ),
        en: (
            "FORMAT",
            "Write the team's picture as md, html, pdf, svg, png, csv, json or xlsx",
        ),
    }
    hide_names { da: "Vis ikke, hvem der står hvor", en: "Do not show who stands where" }
    sort: Named {
        da: (
            "RÆKKEFØLGE",
            "spread (længst fra hinanden først), fields (grundlagets rækkefølge) eller movement (mest skruet siden sidste pejling)",
        ),
        en: (
            "ORDER",
            "spread (furthest apart first), fields (the framework's order) or movement (turned most since the last bearing)",
        ),
    }
    only_level: Named { da: ("N", "Kun ledere på dette niveau"), en: ("N", "Only leaders of this level") }
    only_unit: Named { da: ("ENHED", "Kun ledere i denne enhed"), en: ("UNIT", "Only leaders of this unit") }
    framework { da: "Andre organisationers grundlag", en: "Other organisations' frameworks" }
    framework_check {
        da: "Se en fil med et grundlag efter for fejl",
        en: "Look a framework file through for faults",
    }
    framework_schema {
        da: "Vis, hvordan en fil med et grundlag skal være, som JSON Schema",
        en: "Print how a framework file must be, as a JSON Schema",
    }
    framework_new {
        da: "Skriv begyndelsen på et grundlag, med vejledning i filen",
        en: "Write the beginning of a framework, with guidance in the file",
    }
    /// A framework's beginning was written to the file, named.
    framework_made(file: &str) {
        da: "{file} er skrevet. Ret teksten, se den efter med »pejl framework check«, og åbn den med »pejl --framework«",
        en: "{file} is written. Change the text, look it through with “pejl framework check”, and open it with “pejl --framework”",
    }
    framework_new_file: Named {
        da: ("FIL", "Filen, der skrives; en, der er der, bliver, som den er"),
        en: ("FILE", "The file to write; one that is there stays as it is"),
    }
    framework_file: Named { da: ("FIL", "Filen med grundlaget"), en: ("FILE", "The framework file") }
    completions {
        da: "Vis tab-udfyldning til din kommandofortolker",
        en: "Print tab completion for your shell",
    }
    shell: Named {
        da: ("FORTOLKER", "bash, zsh, fish, powershell eller elvish"),
        en: ("SHELL", "bash, zsh, fish, powershell or elvish"),
    }
    man { da: "Vis manualsiden, til »man«", en: "Print the manual page, for “man”" }
    /// Something was written to this file.
    written(file: &str) { da: "Skrevet i {file}", en: "Written to {file}" }
    /// A profile of this name was brought in, into this file.
    imported(name: &str, file: &str) {
        da: "»{name}« er hentet ind i {file}",
        en: "“{name}” was brought into {file}",
    }
    /// A framework of this title is sound, with so many fields and marks.
    sound(title: &str, fields: usize, marks: usize) {
        da: {
            let fields = if fields == 1 { "1 felt".to_owned() } else { format!("{fields} felter") };
            let marks = if marks == 1 { "1 pejlemærke".to_owned() } else { format!("{marks} pejlemærker") };
            format!("»{title}« er i orden: {fields} og {marks}")
        },
        en: {
            let fields = if fields == 1 { "1 field".to_owned() } else { format!("{fields} fields") };
            let marks = if marks == 1 { "1 guidepost".to_owned() } else { format!("{marks} guideposts") };
            format!("“{title}” is sound: {fields} and {marks}")
        },
    }
    /// Nobody's profile is among what was looked at.
    nobody { da: "Her er ingen profiler", en: "There are no profiles here" }
    /// The name of the export screen.
    title { da: "Print og del", en: "Print and share" }
    /// What the format is called on the export screen.
    format_name { da: "Format", en: "Format" }
    /// A part of a profile.
    part_name(part: Part) -> &'static str {
        da: {
            match part {
                Part::Notes => "Noter",
                Part::Bearings => "Pejlinger",
                Part::Questions => "Spejlets spørgsmål",
                Part::Decisions => "Beslutninger",
            }
        },
        en: {
            match part {
                Part::Notes => "Notes",
                Part::Bearings => "Bearings",
                Part::Questions => "The mirror's questions",
                Part::Decisions => "Decisions",
            }
        },
    }
    /// The names of a team's leaders.
    names { da: "Navne", en: "Names" }
    /// A part goes out, or stays at home.
    goes: (&'static str, &'static str) { da: ("med", "ikke med"), en: ("included", "left out") }
    /// A format by its purpose, of the team or of the profile, and what its files end with.
    format_called(format: Format, team: bool) -> &'static str {
        da: {
            match (format, team) {
                (Format::Html, false) => "Ark til en samtale (html)",
                (Format::Html, true) => "Ark med ledergruppen (html)",
                (Format::Pdf, false) => "Ark at sende (pdf)",
                (Format::Pdf, true) => "Billede at sende (pdf)",
                (Format::Png, _) => "Billede i punkter (png)",
                (Format::Xlsx, _) => "Regneark (xlsx)",
                (Format::Csv, _) => "Tabel til andre regneark (csv)",
                (Format::Svg, false) => "Billede af rosen (svg)",
                (Format::Svg, true) => "Billede af ledergruppen (svg)",
                (Format::Markdown, _) => "Tekst (md)",
                (Format::Json, false) => "Til en kollegas pejl (json)",
                (Format::Json, true) => "Til et andet program (json)",
                (Format::Ics, _) => "Påmindelse i kalenderen (ics)",
            }
        },
        en: {
            match (format, team) {
                (Format::Html, false) => "Sheet for a one-to-one (html)",
                (Format::Html, true) => "Sheet with the team (html)",
                (Format::Pdf, false) => "Sheet to send (pdf)",
                (Format::Pdf, true) => "Picture to send (pdf)",
                (Format::Png, _) => "Picture in pixels (png)",
                (Format::Xlsx, _) => "Spreadsheet (xlsx)",
                (Format::Csv, _) => "Table for any spreadsheet (csv)",
                (Format::Svg, false) => "Picture of the rose (svg)",
                (Format::Svg, true) => "Picture of the team (svg)",
                (Format::Markdown, _) => "Text (md)",
                (Format::Json, false) => "For a colleague's pejl (json)",
                (Format::Json, true) => "For another program (json)",
                (Format::Ics, _) => "Reminder in the calendar (ics)",
            }
        },
    }
    /// What people call a format when they look for it in the palette.
    format_words: &'static [(Format, &'static [&'static str])] {
        da: &[
            (Format::Html, &["html", "browser", "papir"]),
            (Format::Pdf, &["pdf"]),
            (Format::Png, &["png"]),
            (Format::Xlsx, &["xlsx", "excel", "regneark"]),
            (Format::Csv, &["csv", "tabel"]),
            (Format::Svg, &["svg", "billede", "plakat"]),
            (Format::Markdown, &["md", "markdown", "word", "tekst"]),
            (Format::Json, &["json"]),
            (Format::Ics, &["ics", "kalender", "påmindelse"]),
        ],
        en: &[
            (Format::Xlsx, &["spreadsheet"]),
            (Format::Csv, &["table"]),
            (Format::Svg, &["picture", "image", "poster"]),
            (Format::Markdown, &["text"]),
            (Format::Ics, &["calendar", "reminder"]),
        ],
    }
    /// The reminder in the calendar: its day and what it is called.
    reminder(date: &str, title: &str) { da: "Hele dagen {date}: {title}", en: "All day, {date}: {title}" }
    /// What a format holds, of the team or of the profile.
    made(format: Format, team: bool) -> &'static str {
        da: {
            match (format, team) {
                (Format::Markdown, _) => "Tekst med overskrifter og tabeller, til at læse og klippe i",
                (Format::Html, false) => "Et ark til en samtale, som en browser viser og printer på A4",
                (Format::Html, true) => "Et ark med ledergruppen, som en browser viser og printer på A4",
                (Format::Svg, false) => "Rosen som billede, til væggen",
                (Format::Svg, true) => "Ledergruppen som billede, til væggen",
                (Format::Csv, _) => "En tabel som tekst, til et regneark",
                (Format::Json, false) => "Hele profilen, til en anden pejl: »pejl import« henter den ind",
                (Format::Json, true) => "Tallene, til et andet program",
                (Format::Xlsx, _) => "Til Excel og andre regneark",
                (Format::Pdf, false) => "Et ark til en samtale, til at printe og sende",
                (Format::Pdf, true) => "Ledergruppen som billede, til at printe og sende",
                (Format::Png, false) => "Rosen som billede i punkter, til mail og slides",
                (Format::Png, true) => "Ledergruppen som billede i punkter, til mail og slides",
                (Format::Ics, _) => "Dagen, hvor du vil se på den igen, til din kalender",
            }
        },
        en: {
            match (format, team) {
                (Format::Markdown, _) => "Text with headings and tables, to read and to cut from",
                (Format::Html, false) => "A sheet for a one-to-one that a browser shows and prints on A4",
                (Format::Html, true) => "A sheet with the team that a browser shows and prints on A4",
                (Format::Svg, false) => "The rose as a picture, for the wall",
                (Format::Svg, true) => "The team as a picture, for the wall",
                (Format::Csv, _) => "A table as text, for a spreadsheet",
                (Format::Json, false) => "The whole profile, for another pejl: “pejl import” brings it in",
                (Format::Json, true) => "The figures, for another program",
                (Format::Xlsx, _) => "For Excel and other spreadsheets",
                (Format::Pdf, false) => "A sheet for a one-to-one, to print and to send",
                (Format::Pdf, true) => "The team as a picture, to print and to send",
                (Format::Png, false) => "The rose as a picture in pixels, for mail and slides",
                (Format::Png, true) => "The team as a picture in pixels, for mail and slides",
                (Format::Ics, _) => "The day when you will look at it again, for your calendar",
            }
        },
    }
    /// Over the file that is suggested.
    suggested { da: "Enter spørger, hvor filen skal ligge. Forslag:", en: "Enter asks where the file is to be. Suggested:" }
    /// Over what comes out.
    preview { da: "sådan bliver det", en: "what comes out" }
    /// In its place, where that is no text for reading.
    not_shown {
        da: "Filen åbner i sit eget program; den kan ikke vises her.",
        en: "The file opens in a program of its own; it cannot be shown here.",
    }
    /// So many more lines are not shown.
    more_lines(more: usize) {
        da: { more: 1 => "… og 1 linje til", _ => "… og {more} linjer til" },
        en: { more: 1 => "… and 1 more line", _ => "… and {more} more lines" },
    }
    /// Asks for the file.
    ask_file { da: "Skriv i filen:", en: "Write to the file:" }
    /// This file is there already.
    exists(file: &str) {
        da: "{file} findes allerede. Enter igen skriver over den; Esc lader den være",
        en: "{file} already exists. Enter again replaces it; Esc leaves it alone",
    }
    /// What a file with the team in it is called, without its ending.
    team_file { da: "ledergruppen", en: "team" }
}
