//! The words of what goes out to others and comes in from them: exports, imports, the team, frameworks of others, shell
//! completions and the manual. What stands in the files themselves is in `export`.

use super::cli::Named;

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
    with: Named {
        da: ("DELE", "Tag også questions med: spejlets åbne spørgsmål"),
        en: ("PARTS", "Include questions too: the mirror's open questions"),
    }
    size: Named {
        da: ("PUNKTER", "Hvor bredt et billede i png er: 2400 (til print) eller 1200 (til mail og slides)"),
        en: ("PIXELS", "How wide a picture in png is: 2400 (for print) or 1200 (for mail and slides)"),
    }
    transparent {
        da: "Lad billedet i svg eller png være gennemsigtigt; ellers har det papirets farve",
        en: "Let the picture in svg or png be transparent; else it has the colour of paper",
    }
    open {
        da: "Åbn filen i dens eget program; uden -o kaldes den efter profilen, indholdet og datoen",
        en: "Open the file in its own program; without -o it is called after the profile, what it holds and the day",
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
}
