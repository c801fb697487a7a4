//! The words of what goes out to others and comes in from them: exports, imports, the team, frameworks of others, shell
//! completions and the manual. What stands in the files themselves is in `export`.

use super::cli::Named;
use crate::core::format::Format;

/// The words in one language.
#[allow(missing_docs)] // each field is the command, argument or option of the same name in `cli::args`, up to `exits`
pub struct ShareText {
    pub export: &'static str,
    pub format: Named,
    pub output: Named,
    pub force: &'static str,
    pub without: Named,
    pub import: &'static str,
    pub import_file: Named,
    pub as_name: Named,
    pub team: &'static str,
    pub team_paths: Named,
    pub team_format: Named,
    pub hide_names: &'static str,
    pub sort: Named,
    pub only_level: Named,
    pub only_unit: Named,
    pub framework: &'static str,
    pub framework_check: &'static str,
    pub framework_schema: &'static str,
    pub framework_file: Named,
    pub completions: &'static str,
    pub shell: Named,
    pub man: &'static str,
    /// The headings of the manual page: name, usage, description, commands, options, environment, exit status.
    pub headings: [&'static str; 7],
    /// What `NO_COLOR` in the environment does.
    pub no_color: &'static str,
    /// What each exit status means.
    pub exits: &'static [(u8, &'static str)],
    /// Something was written to this file.
    pub written: fn(&str) -> String,
    /// A profile of this name was brought in, into this file.
    pub imported: fn(&str, &str) -> String,
    /// A framework of this title is sound, with so many fields and marks.
    pub sound: fn(&str, usize, usize) -> String,
    /// Nobody's profile is among what was looked at.
    pub nobody: &'static str,
    /// The name of the export screen.
    pub title: &'static str,
    /// What the format is called on the export screen, and the parts of a profile.
    pub format_name: &'static str,
    pub notes: &'static str,
    pub bearings: &'static str,
    pub questions: &'static str,
    pub decisions: &'static str,
    pub names: &'static str,
    /// A part goes out, or stays at home.
    pub goes: (&'static str, &'static str),
    /// What a format holds, of the team or of the profile.
    pub made: fn(Format, bool) -> &'static str,
    /// Over what comes out.
    pub preview: &'static str,
    /// In its place, where that is no text for reading.
    pub not_shown: &'static str,
    /// So many more lines are not shown.
    pub more_lines: fn(usize) -> String,
    /// Asks for the file.
    pub ask_file: &'static str,
    /// This file is there already.
    pub exists: fn(&str) -> String,
    /// What a file with the team in it is called, without its ending.
    pub team_file: &'static str,
}

/// Danish.
pub const DA: ShareText = ShareText {
    export: "Skriv profilen ud i et andet format",
    format: (
        "FORMAT",
        "md (tekst), html (et ark til en samtale), svg (rosen), csv, json (til en anden pejl) eller xlsx",
    ),
    output: ("FIL", "Skriv i denne fil i stedet for på standardoutput"),
    force: "Skriv over filen, hvis den findes",
    without: (
        "DELE",
        "Lad noget blive hjemme: notes (noter), bearings (pejlinger), questions (spørgsmål), \
         decisions (beslutninger); flere med komma imellem",
    ),
    import: "Hent en profil ind, som en anden pejl har skrevet, som en ny profil",
    import_file: ("FIL", "Profilen, som »pejl export json« skriver den"),
    as_name: ("NAVN", "Giv profilen dette navn her"),
    team: "Vis ledergruppens profiler ved siden af hinanden, det mest spredte pejlemærke først",
    team_paths: (
        "STI",
        "Profiler, eller mapper med profiler; uden er det dem i indstillingen team",
    ),
    team_format: (
        "FORMAT",
        "Skriv ledergruppens billede som md, html, svg, csv, json eller xlsx",
    ),
    hide_names: "Vis ikke, hvem der står hvor",
    sort: (
        "ORDEN",
        "spread (størst spredning først), fields (grundlagets orden) eller movement (mest skruet siden sidste pejling)",
    ),
    only_level: ("N", "Kun ledere på dette niveau"),
    only_unit: ("ENHED", "Kun ledere i denne enhed"),
    framework: "Andres grundlag",
    framework_check: "Se en fil med et grundlag efter for fejl",
    framework_schema: "Vis, hvordan en fil med et grundlag skal være, som JSON Schema",
    framework_file: ("FIL", "Filen med grundlaget"),
    completions: "Vis det, en skal bruger for at udfylde kommandoer med Tab",
    shell: ("SKAL", "bash, zsh, fish, powershell eller elvish"),
    man: "Vis manualsiden, til »man«",
    headings: [
        "NAVN",
        "BRUG",
        "BESKRIVELSE",
        "KOMMANDOER",
        "VALG",
        "MILJØ",
        "AFSLUTNING",
    ],
    no_color: "Er den sat, bruges der ingen farver",
    exits: &[
        (0, "gjort"),
        (1, "en anden fejl"),
        (2, "forkert brug, eller der er ingen terminal"),
        (65, "der er fejl i en fil"),
        (
            66,
            "en fil mangler, kan ikke læses eller er ikke en almindelig fil",
        ),
        (73, "filen, der skulle skrives, kan ikke laves"),
        (74, "der gik noget galt, mens der blev skrevet"),
        (75, "profilen er åben i en anden pejl"),
    ],
    written: |file| format!("Skrevet i {file}"),
    imported: |name, file| format!("»{name}« er hentet ind i {file}"),
    sound: |title, fields, marks| format!("»{title}« er i orden: {fields} felter og {marks} pejlemærker"),
    nobody: "Her er ingen profiler",
    title: "Skriv ud",
    format_name: "Format",
    notes: "Noter",
    bearings: "Pejlinger",
    questions: "Spejlets spørgsmål",
    decisions: "Beslutninger",
    names: "Navne",
    goes: ("med", "ikke med"),
    made: |format, team| match (format, team) {
        (Format::Markdown, _) => "Tekst med overskrifter og tabeller, til at læse og klippe i",
        (Format::Html, false) => "Et ark til en samtale, som en browser viser og printer på A4",
        (Format::Html, true) => "Et ark med ledergruppen, som en browser viser og printer på A4",
        (Format::Svg, false) => "Rosen som billede, til væggen",
        (Format::Svg, true) => "Ledergruppen som billede, til væggen",
        (Format::Csv, _) => "En tabel som tekst, til et regneark",
        (Format::Json, false) => "Hele profilen, til en anden pejl: »pejl import« henter den ind",
        (Format::Json, true) => "Tallene, til et andet program",
        (Format::Xlsx, _) => "Et regneark til Excel og de andre",
    },
    preview: "sådan bliver det",
    not_shown: "Det ses bedst i sit eget program, når det er skrevet.",
    more_lines: |more| match more {
        1 => "… og 1 linje til".to_owned(),
        _ => format!("… og {more} linjer til"),
    },
    ask_file: "Skriv i filen:",
    exists: |file| format!("{file} findes allerede. Enter igen skriver over den; Esc lader den være"),
    team_file: "ledergruppen",
};

/// English.
pub const EN: ShareText = ShareText {
    export: "Write the profile out in another format",
    format: (
        "FORMAT",
        "md (text), html (a sheet for a one-to-one), svg (the rose), csv, json (for another pejl) or xlsx",
    ),
    output: ("FILE", "Write to this file instead of standard output"),
    force: "Replace the file where it is there",
    without: (
        "PARTS",
        "Let something stay at home: notes, bearings, questions, decisions; several with commas between them",
    ),
    import: "Bring in a profile that another pejl wrote, as a new profile",
    import_file: ("FILE", "The profile, as »pejl export json« writes it"),
    as_name: ("NAME", "Give the profile this name here"),
    team: "Show the team's profiles side by side, the mark with the widest spread first",
    team_paths: (
        "PATH",
        "Profiles, or folders of profiles; without it those of the setting team",
    ),
    team_format: (
        "FORMAT",
        "Write the team's picture as md, html, svg, csv, json or xlsx",
    ),
    hide_names: "Do not show who stands where",
    sort: (
        "ORDER",
        "spread (widest spread first), fields (the framework's order) or movement (turned most since the last bearing)",
    ),
    only_level: ("N", "Only leaders of this level"),
    only_unit: ("UNIT", "Only leaders of this unit"),
    framework: "Frameworks of others",
    framework_check: "Look a framework file through for faults",
    framework_schema: "Print how a framework file must be, as a JSON Schema",
    framework_file: ("FILE", "The framework file"),
    completions: "Print what a shell needs to complete commands with Tab",
    shell: ("SHELL", "bash, zsh, fish, powershell or elvish"),
    man: "Print the manual page, for »man«",
    headings: [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "COMMANDS",
        "OPTIONS",
        "ENVIRONMENT",
        "EXIT STATUS",
    ],
    no_color: "Where it is set, no colours are used",
    exits: &[
        (0, "done"),
        (1, "another failure"),
        (2, "wrong usage, or there is no terminal"),
        (65, "bad data in a file"),
        (66, "a file is missing, cannot be read or is no regular file"),
        (73, "the output cannot be created"),
        (74, "writing went wrong"),
        (75, "the profile is open in another pejl"),
    ],
    written: |file| format!("Written to {file}"),
    imported: |name, file| format!("»{name}« was brought into {file}"),
    sound: |title, fields, marks| format!("»{title}« is sound: {fields} fields and {marks} marks"),
    nobody: "There are no profiles here",
    title: "Export",
    format_name: "Format",
    notes: "Notes",
    bearings: "Bearings",
    questions: "The mirror's questions",
    decisions: "Decisions",
    names: "Names",
    goes: ("included", "left out"),
    made: |format, team| match (format, team) {
        (Format::Markdown, _) => "Text with headings and tables, to read and to cut from",
        (Format::Html, false) => "A sheet for a one-to-one that a browser shows and prints on A4",
        (Format::Html, true) => "A sheet with the team that a browser shows and prints on A4",
        (Format::Svg, false) => "The rose as a picture, for the wall",
        (Format::Svg, true) => "The team as a picture, for the wall",
        (Format::Csv, _) => "A table as text, for a spreadsheet",
        (Format::Json, false) => "The whole profile, for another pejl: »pejl import« brings it in",
        (Format::Json, true) => "The figures, for another program",
        (Format::Xlsx, _) => "A workbook for Excel and the others",
    },
    preview: "what comes out",
    not_shown: "It is best seen in a program of its own, once it is written.",
    more_lines: |more| match more {
        1 => "… and 1 line more".to_owned(),
        _ => format!("… and {more} lines more"),
    },
    ask_file: "Write to the file:",
    exists: |file| format!("{file} is there already. Enter again replaces it; Esc leaves it alone"),
    team_file: "team",
};
