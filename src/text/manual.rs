//! The words of the manual page that stand nowhere else: its headings, the environment, files, exit statuses.

use super::cli::Named;

/// The headings of the page, in their order.
pub struct Headings {
    /// The program's name and what it is.
    pub name: &'static str,
    /// How it is called.
    pub usage: &'static str,
    /// What it does.
    pub description: &'static str,
    /// Its commands.
    pub commands: &'static str,
    /// Its options.
    pub options: &'static str,
    /// The keys of the interface.
    pub keys: &'static str,
    /// Variables that are read.
    pub environment: &'static str,
    /// Files that are read and written.
    pub files: &'static str,
    /// What each exit status means.
    pub exits: &'static str,
    /// Calls to try.
    pub examples: &'static str,
    /// Where there is more.
    pub see_also: &'static str,
}

messages! {
    /// The manual page in one language.
    pub struct ManualText;

    /// What the page is one of.
    title { da: "Brugerkommandoer", en: "User Commands" }
    /// The headings.
    headings: Headings {
        da: Headings {
            name: "NAVN",
            usage: "BRUG",
            description: "BESKRIVELSE",
            commands: "KOMMANDOER",
            options: "TILVALG",
            keys: "TASTER",
            environment: "MILJØ",
            files: "FILER",
            exits: "AFSLUTNING",
            examples: "EKSEMPLER",
            see_also: "SE OGSÅ",
        },
        en: Headings {
            name: "NAME",
            usage: "SYNOPSIS",
            description: "DESCRIPTION",
            commands: "COMMANDS",
            options: "OPTIONS",
            keys: "KEYS",
            environment: "ENVIRONMENT",
            files: "FILES",
            exits: "EXIT STATUS",
            examples: "EXAMPLES",
            see_also: "SEE ALSO",
        },
    }
    /// Over the keys: where the others are.
    keys_are {
        da: "På hjemmeskærmen og et pejlemærke. Nederst på skærmen står de taster, der virker lige nu, og ? viser dem alle.",
        en: "At home and on a guidepost. At the bottom of the screen stand the keys that work just now, and ? shows all.",
    }
    /// Variables and what each does.
    environment: &'static [Named] {
        da: &[
            ("PEJL_DATA_DIR, PEJL_CONFIG, PEJL_PROFILE, PEJL_FRAMEWORK", "Som tilvalgene af samme navn; et tilvalg går forud"),
            ("VISUAL, EDITOR", "Editoren til --edit og »pejl config edit«"),
            ("PAGER", "Viser en lang tekst side for side; uden er det less"),
            ("NO_COLOR", "Er den sat, bruges der ingen farver"),
            ("ACCESSIBLE", "Er den sat og ikke 0, er det som --plain"),
            ("LC_ALL, LC_MESSAGES, LANG", "Sproget, hvor hverken tilvalg eller indstillinger siger det"),
        ],
        en: &[
            ("PEJL_DATA_DIR, PEJL_CONFIG, PEJL_PROFILE, PEJL_FRAMEWORK", "As the options of the same name; an option comes first"),
            ("VISUAL, EDITOR", "The editor for --edit and “pejl config edit”"),
            ("PAGER", "Shows a long text page by page; without it less does"),
            ("NO_COLOR", "Where it is set, no colours are used"),
            ("ACCESSIBLE", "Where it is set and not 0, it is as --plain"),
            ("LC_ALL, LC_MESSAGES, LANG", "The language, where neither option nor settings say it"),
        ],
    }
    /// Files and what each is.
    files: &'static [Named] {
        da: &[
            ("~/.local/share/pejl/profiles", "En fil for hver profil; »pejl paths« viser stedet på denne maskine"),
            ("~/.config/pejl/config.toml", "Indstillingerne; laves kun, når du beder om det"),
            ("~/.config/pejl/themes", "Egne temaer"),
        ],
        en: &[
            ("~/.local/share/pejl/profiles", "A file for each profile; “pejl paths” shows the place on this machine"),
            ("~/.config/pejl/config.toml", "The settings; made only when you ask for it"),
            ("~/.config/pejl/themes", "Own themes"),
        ],
    }
    /// What each exit status means.
    exits: &'static [(u8, &'static str)] {
        da: &[
            (0, "gjort"),
            (1, "en anden fejl"),
            (2, "forkert brug, eller der er ingen terminal"),
            (65, "der er fejl i en fil"),
            (66, "en fil mangler, kan ikke læses eller er ikke en almindelig fil"),
            (73, "filen, der skulle skrives, kan ikke laves"),
            (74, "der gik noget galt, mens der blev skrevet"),
            (75, "profilen er åben i en anden pejl"),
        ],
        en: &[
            (0, "done"),
            (1, "another failure"),
            (2, "wrong usage, or there is no terminal"),
            (65, "bad data in a file"),
            (66, "a file is missing, cannot be read or is no regular file"),
            (73, "the output cannot be created"),
            (74, "writing went wrong"),
            (75, "the profile is open in another pejl"),
        ],
    }
    /// Where the documents are.
    documents(address: &str) {
        da: "Vejledninger på dansk: {address}",
        en: "Guides, most of them in Danish: {address}",
    }
}
