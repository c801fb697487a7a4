//! The words of `pejl doctor`. What is wrong is worded in `fault`.

use serde::Serialize;

/// Where the language was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LangFrom {
    /// The option `--lang`.
    Option,
    /// The config file.
    Config,
    /// The environment or the system.
    Locale,
    /// Nothing said any.
    Default,
}

messages! {
    /// The page of `doctor` in one language.
    pub struct DoctorText;

    /// What the command does.
    about {
        da: "Se, hvad terminalen kan, hvor alting ligger, og om noget er galt",
        en: "See what the terminal can do, where everything is, and whether something is wrong",
    }
    /// Over the terminal.
    terminal { da: "Terminal", en: "Terminal" }
    /// A variable of the environment that is not set.
    unset { da: "–", en: "–" }
    /// The size of the window.
    size { da: "Vindue", en: "Window" }
    /// So many columns and rows.
    columns_and_rows(columns: u16, rows: u16) {
        da: "{columns} tegn i bredden, {rows} linjer",
        en: "{columns} columns, {rows} rows",
    }
    /// The terminal that this one runs in.
    within { da: "Kører i", en: "Runs in" }
    /// Colours.
    colours { da: "Farver", en: "Colours" }
    /// How many there are: `true`, `256`, `16` or `none`.
    colours_of(depth: &str) -> &'static str {
        da: { match depth { "true" => "16 millioner", "256" => "256", "16" => "16", _ => "ingen" } },
        en: { match depth { "true" => "16 million", "256" => "256", "16" => "16", _ => "none" } },
    }
    /// Something, and the variable that says so; empty where it is the system itself.
    by(what: &str, variable: &str) {
        da: { match variable { "" => what.to_owned(), _ => format!("{what}, efter {variable}") } },
        en: { match variable { "" => what.to_owned(), _ => format!("{what}, by {variable}") } },
    }
    /// How dials are drawn.
    drawn { da: "Drejeknapper", en: "Dials" }
    /// With what, how the reader wants it, and what tells that: a variable, `answer` or `choice`.
    drawn_with(drawn: &str, glyphs: &str, from: &str) {
        da: {
            match from {
                "choice" => format!("{drawn}, som du har valgt"),
                "answer" => format!("{drawn}, efter terminalens svar (valgt: {glyphs})"),
                "" => format!("{drawn} (valgt: {glyphs})"),
                _ => format!("{drawn}, efter {from} (valgt: {glyphs})"),
            }
        },
        en: {
            match from {
                "choice" => format!("{drawn}, as you chose"),
                "answer" => format!("{drawn}, by the terminal's answer (chosen: {glyphs})"),
                "" => format!("{drawn} (chosen: {glyphs})"),
                _ => format!("{drawn}, by {from} (chosen: {glyphs})"),
            }
        },
    }
    /// What the terminal answered.
    answered { da: "Svar fra terminalen", en: "The terminal answered" }
    /// It was asked and said nothing.
    no_answer { da: "intet, mens der blev ventet", en: "nothing while it was waited for" }
    /// It was not asked.
    not_asked { da: "den blev ikke spurgt", en: "it was not asked" }
    /// Input or output is no terminal.
    no_terminal {
        da: "den blev ikke spurgt: ind- eller uddata er ikke en terminal",
        en: "it was not asked: input or output is no terminal",
    }
    /// A language by its name, and where it was found.
    language(name: &str, from: LangFrom) {
        da: {
            let from = match from {
                LangFrom::Option => "efter --lang",
                LangFrom::Config => "efter indstillingerne",
                LangFrom::Locale => "efter maskinens sprog",
                LangFrom::Default => "fra begyndelsen",
            };
            format!("{name}, {from}")
        },
        en: {
            let from = match from {
                LangFrom::Option => "by --lang",
                LangFrom::Config => "by the settings",
                LangFrom::Locale => "by the machine's language",
                LangFrom::Default => "as at first",
            };
            format!("{name}, {from}")
        },
    }
    /// A file or folder that is not there.
    not_there { da: "er der ikke endnu", en: "not there yet" }
    /// Colleagues' files.
    team { da: "Ledergruppe", en: "Team" }
    /// So many profiles, and so many files that are none.
    in_team(profiles: usize, skipped: usize) {
        da: {
            let found = if profiles == 1 { "1 profil".to_owned() } else { format!("{profiles} profiler") };
            match skipped {
                0 => found,
                1 => format!("{found}, 1 fil kan ikke bruges"),
                _ => format!("{found}, {skipped} filer kan ikke bruges"),
            }
        },
        en: {
            let found = if profiles == 1 { "1 profile".to_owned() } else { format!("{profiles} profiles") };
            match skipped {
                0 => found,
                1 => format!("{found}, 1 file cannot be used"),
                _ => format!("{found}, {skipped} files cannot be used"),
            }
        },
    }
    /// The folder of data.
    folder { da: "Mappe", en: "Folder" }
    /// Who may do what with it, in octal digits.
    mode(mode: &str) { da: "rettigheder {mode}", en: "mode {mode}" }
    /// So many megabytes have room.
    free(megabytes: u64) { da: "{megabytes} MB fri", en: "{megabytes} MB free" }
    /// Nothing can be written there.
    not_writable { da: "kan ikke skrives i", en: "cannot be written in" }
    /// There is none yet.
    no_profiles { da: "Ingen endnu", en: "None yet" }
    /// So many backups, and the day of the newest.
    backups(count: usize, newest: &str) {
        da: { count:
            1 => "1 sikkerhedskopi fra {newest}",
            _ => "{count} sikkerhedskopier, den nyeste fra {newest}",
        },
        en: { count: 1 => "1 backup of {newest}", _ => "{count} backups, the newest of {newest}" },
    }
    /// There is no backup.
    no_backups { da: "ingen sikkerhedskopi endnu", en: "no backup yet" }
    /// The backups cannot be listed.
    backups_unread { da: "sikkerhedskopierne kan ikke læses", en: "the backups cannot be read" }
    /// So many of them cannot be used.
    bad_backups(count: usize) {
        da: { count: 1 => "1 af dem kan ikke bruges", _ => "{count} af dem kan ikke bruges" },
        en: { count: 1 => "1 of them cannot be used", _ => "{count} of them cannot be used" },
    }
    /// So many steps can be undone.
    steps(count: usize) {
        da: { count:
            0 => "intet at fortryde",
            1 => "1 trin kan fortrydes",
            _ => "{count} trin kan fortrydes",
        },
        en: { count:
            0 => "nothing to undo",
            1 => "1 step can be undone",
            _ => "{count} steps can be undone",
        },
    }
    /// What can be undone cannot be read.
    undo_unread { da: "hvad der kan fortrydes, kan ikke læses", en: "what can be undone cannot be read" }
    /// Another pejl has it open.
    open { da: "åben i en anden pejl", en: "open in another pejl" }
    /// That one's process.
    open_in(process: u32) {
        da: "åben i en anden pejl (proces {process})",
        en: "open in another pejl (process {process})",
    }
    /// A good profile under a name that is not the program's.
    stranger {
        da: "en profil, der ikke er i brug. Hent den ind under Profiler eller med »pejl import«",
        en: "a profile that is not in use. Bring it in under Profiles or with “pejl import”",
    }
    /// A profile's file that was damaged.
    set_aside { da: "var beskadiget og er lagt til side", en: "was damaged and has been set aside" }
    /// What was not saved in time when pejl last ended.
    elsewhere {
        da: "blev ikke gemt i tide og hentes ind, næste gang pejl åbner",
        en: "was not saved in time and is brought in the next time pejl opens",
    }
    /// Over what is wrong.
    wrong { da: "Fejl", en: "Faults" }
    /// Nothing is.
    nothing { da: "Ingen fundet", en: "None found" }
}
