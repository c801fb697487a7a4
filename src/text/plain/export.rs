//! What the dialogue says of the first start, of the settings and of what goes out to others and comes in from them.

messages! {
    /// The words in one language.
    pub struct ExportText;

    /// At the welcome: how it goes on and how it is left.
    onward { da: "En tom linje går videre. x springer over.", en: "An empty line goes on. x skips this." }
    /// At the welcome: how a level is chosen.
    choose_level {
        da: "Skriv et tal. En tom linje lader det stå og går videre. x springer over.",
        en: "Type a number. An empty line leaves it and goes on. x skips this.",
    }
    /// At the welcome: how the first dial is turned.
    first_dial {
        da: "op skruer op, og ned skruer ned. Et pejlemærke slukkes aldrig: helt nede er det i baggrunden. \
            En tom linje slutter velkomsten.",
        en: "up turns up, and down turns down. A guidepost is never switched off: at the very bottom it is in the background. \
            An empty line ends the welcome.",
    }
    /// The setting of the ghosts.
    ghost {
        da: "Sig ved hvert pejlemærke, hvor det stod ved en pejling",
        en: "Say at every guidepost where it stood at a bearing",
    }
    /// To have a bearing said at every mark.
    ghost_show {
        da: "Sig ved hvert pejlemærke, hvor det stod her",
        en: "Say at every guidepost where it stood here",
    }
    /// To have it said no more.
    ghost_hide { da: "Sig det ikke ved hvert pejlemærke", en: "Do not say it at every guidepost" }
    /// The bearing of this name is said at every mark.
    ghost_on(name: &str) {
        da: "Ved hvert pejlemærke siges nu, hvor det stod ved {name}.",
        en: "Every guidepost now says where it stood at {name}.",
    }
    /// None is.
    ghost_off { da: "Ved pejlemærkerne siges ingen pejling.", en: "The guideposts say no bearing." }
    /// The settings that hold for the screen only.
    only_screen {
        da: "Farver, drejeknapper, bevægelse og mus gælder kun skærmbilledet.",
        en: "Colours, dials, motion and mouse are for the screen only.",
    }
    /// The named profile, or the team, is written out.
    exporting(what: &str) { da: "Print og del: {what}.", en: "Print and share: {what}." }
    /// What it goes out for.
    purpose(name: &str) { da: "Til: {name}", en: "For: {name}" }
    /// In which format.
    format(name: &str) { da: "Format: {name}", en: "Format: {name}" }
    /// To write to this file.
    write_to(file: &str) { da: "Skriv i {file}", en: "Write to {file}" }
    /// To write to another.
    write_elsewhere { da: "Skriv i en anden fil", en: "Write to another file" }
    /// Asks for a file.
    ask_file { da: "Hvilken fil? En tom linje lader det være.", en: "Which file? An empty line leaves it." }
    /// A file of this name is there already.
    is_there(file: &str) { da: "{file} findes allerede.", en: "{file} already exists." }
    /// To replace it.
    replace { da: "Skriv over den", en: "Replace it" }
    /// To leave it alone.
    leave { da: "Lad den være", en: "Leave it alone" }
    /// It was left alone.
    left { da: "Filen er, som den var.", en: "The file is as it was." }
    /// No team folder is set yet.
    no_folder {
        da: "Her står ledergruppens drejeknapper ved siden af hinanden, når du har valgt mappen med kollegernes \
            profiler. »del« lægger din egen pejling der: drejeknapperne, ingen noter.",
        en: "Here the team's dials stand side by side, once you have chosen the folder of your colleagues' profiles. \
            “share” puts your own dials there: the values, no notes.",
    }
    /// To choose the team folder.
    choose_folder { da: "Vælg ledergruppens mappe", en: "Choose the team folder" }
    /// Asks for the team folder.
    ask_folder {
        da: "Hvilken mappe eller fil? Adskil flere med semikolon. En tom linje lader det stå, et punktum tømmer det.",
        en: "Which folder or file? Separate several with semicolons. An empty line leaves it, a full stop empties it.",
    }
    /// A mark in the team: its title, the spread and the median.
    team_mark(title: &str, spread: u8, median: &str) {
        da: "{title}: længst fra hinanden {spread} hak, midterste {median}",
        en: "{title}: furthest apart {spread} notches, middle {median}",
    }
    /// In which order the marks are told.
    order { da: "Rækkefølge", en: "Order" }
    /// Leaders of which level are looked at.
    level { da: "Niveau", en: "Level" }
    /// Leaders of which unit.
    team_unit { da: "Enhed", en: "Unit" }
    /// All of them.
    all { da: "alle", en: "all" }
    /// To read the profiles again.
    read_again { da: "Læs profilerne igen", en: "Read the profiles again" }
    /// To write the team out.
    export_team { da: "Print og del ledergruppen", en: "Print and share the team" }
    /// To the mark itself.
    open_mark { da: "Åbn pejlemærket", en: "Open the guidepost" }
    /// To make a copy of the open profile.
    copy { da: "Ny profil som kopi af denne", en: "New profile as a copy of this one" }
    /// To the deleted profiles.
    trash { da: "Slettede profiler", en: "Deleted profiles" }
    /// So many deleted profiles.
    deleted(count: usize) {
        da: { count:
            0 => "Ingen slettede profiler.",
            1 => "1 slettet profil. Et tal henter den tilbage.",
            _ => "{count} slettede profiler. Et tal henter en tilbage.",
        },
        en: { count:
            0 => "No deleted profiles.",
            1 => "1 deleted profile. A number brings it back.",
            _ => "{count} deleted profiles. A number brings one back.",
        },
    }
    /// The name is taken; another is asked for.
    other_name {
        da: "Hvilket navn skal den have? En tom linje lader det være.",
        en: "What is it to be called? An empty line leaves it.",
    }
    /// To bring a profile in from a file.
    import { da: "Hent en profil ind fra en fil", en: "Bring a profile in from a file" }
}
