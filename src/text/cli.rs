//! What the command line says of itself: its commands, its options, its answers. Faults are worded in `fault`.

/// What stands for a value in the help, in capitals, and the help itself.
pub type Named = (&'static str, &'static str);

messages! {
    /// The command line in one language.
    #[allow(missing_docs)] // each field is the command or option of the same name in `cli::args`
    pub struct CliText;

    about {
        da: "Et ledelsesgrundlag, du går gennem med tastaturet, med en drejeknap på hvert pejlemærke.\n\n\
            Uden kommando åbner pejl grundlaget på skærmen.",
        en: "A leadership framework you walk through by keyboard, with a dial on every guidepost.\n\n\
            Without a command pejl opens the framework on the screen.",
    }
    usage { da: "Brug", en: "Usage" }
    option { da: "TILVALG", en: "OPTIONS" }
    command { da: "KOMMANDO", en: "COMMAND" }
    commands { da: "Kommandoer", en: "Commands" }
    options { da: "Tilvalg", en: "Options" }
    arguments { da: "Argumenter", en: "Arguments" }
    everywhere { da: "Tilvalg, der gælder overalt", en: "Options everywhere" }
    show {
        da: "Vis grundlagets tekst med profilens drejeknapper",
        en: "Show the framework's text with the profile's dials",
    }
    set { da: "Stil en drejeknap", en: "Set a dial" }
    turn { da: "Skru en drejeknap op eller ned", en: "Turn a dial up or down" }
    reset {
        da: "Stil én drejeknap, eller dem alle, i midten",
        en: "Put one dial, or all of them, back to neutral",
    }
    undo { da: "Fortryd den seneste ændring, også en fra skærmen", en: "Undo the last change, also one from the screen" }
    redo { da: "Gentag det, der sidst blev fortrudt", en: "Redo what was undone last" }
    note { da: "Vis eller skriv noten på et pejlemærke", en: "Show or write the note on a guidepost" }
    bearing {
        da: "Pejlinger: daterede billeder af alle drejeknapper",
        en: "Bearings: dated pictures of all dials",
    }
    bearing_save { da: "Gem en pejling", en: "Save a bearing" }
    bearing_list {
        da: "Vis pejlingerne, den ældste først, og hvad der flyttede sig",
        en: "Show the bearings, the oldest first, and what moved",
    }
    bearing_show { da: "Vis en pejling", en: "Show a bearing" }
    bearing_compare {
        da: "Sammenlign en pejling med en anden, eller med nu",
        en: "Compare a bearing with another, or with now",
    }
    bearing_restore {
        da: "Gendan en pejling på alle drejeknapper; noterne bliver stående",
        en: "Restore a bearing on all dials; the notes stay",
    }
    bearing_delete { da: "Slet en pejling", en: "Delete a bearing" }
    note_edit {
        da: "Skriv noten i din editor: VISUAL, ellers EDITOR",
        en: "Write the note in your editor: VISUAL, otherwise EDITOR",
    }
    note_unchanged { da: "Noten er, som den var", en: "The note is as it was" }
    decision { da: "Beslutninger siden den seneste pejling", en: "Decisions since the last bearing" }
    decision_list { da: "Vis beslutningerne, den ældste først", en: "Show the decisions, the oldest first" }
    decision_add { da: "Skriv en beslutning", en: "Write a decision" }
    decision_show {
        da: "Vis en beslutning, og hvad pejlemærkerne siger til den",
        en: "Show a decision, and what the guideposts say to it",
    }
    decision_delete { da: "Slet en beslutning", en: "Delete a decision" }
    decision_text: Named {
        da: ("TEKST", "Beslutningen; - læser den fra standardinput"),
        en: ("TEXT", "The decision; - reads it from standard input"),
    }
    decision_id: Named {
        da: (
            "ID",
            "En beslutnings id, som »pejl decision list« viser, eller begyndelsen af den",
        ),
        en: (
            "ID",
            "A decision's id, as “pejl decision list” shows it, or the beginning of it",
        ),
    }
    note_text: Named {
        da: (
            "TEKST",
            "Noten; - læser den fra standardinput, og en tom tekst fjerner den",
        ),
        en: (
            "TEXT",
            "The note; - reads it from standard input, an empty text takes it away",
        ),
    }
    label: Named {
        da: ("NAVN", "Navnet på pejlingen; uden er det datoen"),
        en: ("LABEL", "The name of the bearing; without one it is the date"),
    }
    id: Named {
        da: (
            "ID",
            "En pejlings id, som »pejl bearing list« viser, eller begyndelsen af dens navn",
        ),
        en: (
            "ID",
            "A bearing's id, as “pejl bearing list” shows it, or the beginning of its name",
        ),
    }
    other_id: Named {
        da: ("ID", "Den anden pejlings id eller navn; uden er det nu"),
        en: ("ID", "The other bearing's id or name; without one it is now"),
    }
    no_bearings {
        da: "Ingen pejlinger endnu. »pejl bearing save« gemmer en",
        en: "No bearings yet. “pejl bearing save” saves one",
    }
    deleted(name: &str) { da: "Slettet: {name}", en: "Deleted: {name}" }
    paths { da: "Vis, hvor profiler og indstillinger ligger", en: "Show where profiles and settings are" }
    profile_command {
        da: "Profiler: en for hver enhed eller opgave",
        en: "Profiles: one for each unit or task",
    }
    profile_list { da: "Vis profilerne", en: "Show the profiles" }
    profile_new {
        da: "Lav en profil, hvor alt står i midten, eller en kopi",
        en: "Make a profile with everything neutral, or a copy",
    }
    profile_use { da: "Brug en profil fra nu af", en: "Use a profile from now on" }
    profile_rename { da: "Giv en profil et andet navn", en: "Give a profile another name" }
    profile_delete {
        da: "Slet en profil; den kan hentes tilbage",
        en: "Delete a profile; it can be brought back",
    }
    profile_name: Named { da: ("NAVN", "Profilens navn"), en: ("NAME", "The profile's name") }
    profile_new_name: Named { da: ("NYT", "Det nye navn"), en: ("NEW", "The new name") }
    profile_from: Named {
        da: ("PROFIL", "Profilen, der kopieres"),
        en: ("PROFILE", "The profile that is copied"),
    }
    config { da: "Indstillinger i en fil", en: "Settings in a file" }
    config_init {
        da: "Lav indstillingsfilen, med forklaringer",
        en: "Make the file of settings, with explanations",
    }
    config_path { da: "Vis, hvor indstillingsfilen er", en: "Show where the file of settings is" }
    config_check {
        da: "Se indstillingsfilen efter for fejl",
        en: "Look the file of settings through for faults",
    }
    config_edit {
        da: "Ret indstillingsfilen i din editor: VISUAL, ellers EDITOR",
        en: "Change the file of settings in your editor: VISUAL, otherwise EDITOR",
    }
    theme_command { da: "Temaer: farverne på skærmen", en: "Themes: the colours of the screen" }
    theme_list { da: "Vis de temaer, der er", en: "Show the themes there are" }
    theme_print {
        da: "Skriv et tema som TOML, at begynde sit eget med",
        en: "Write a theme as TOML, to begin one's own with",
    }
    theme_name: Named {
        da: ("TEMA", "Temaets navn, som »pejl theme list« viser det"),
        en: ("THEME", "The theme's name, as “pejl theme list” shows it"),
    }
    config_file: Named {
        da: (
            "FIL",
            "Indstillingsfilen; egne temaer ligger i mappen themes ved siden af den; ellers den i PEJL_CONFIG",
        ),
        en: (
            "FILE",
            "The file of settings; own themes lie in the folder themes beside it; otherwise the one in PEJL_CONFIG",
        ),
    }
    target: Named {
        da: (
            "NAVN",
            "Et felt eller et pejlemærke: id, nummer (2 eller 2.1) eller begyndelsen af et navn",
        ),
        en: (
            "NAME",
            "A field or a guidepost: id, number (2 or 2.1) or the beginning of a name",
        ),
    }
    mark: Named {
        da: (
            "PEJLEMÆRKE",
            "Et pejlemærke: id, nummer (2.1) eller begyndelsen af et navn",
        ),
        en: ("GUIDEPOST", "A guidepost: id, number (2.1) or the beginning of a name"),
    }
    value: Named {
        da: ("VÆRDI", "Et helt tal fra -5 til +5; 0 er i midten"),
        en: ("VALUE", "A whole number from -5 to +5; 0 is neutral"),
    }
    steps: Named {
        da: (
            "HAK",
            "Hvor mange hak: op med et positivt tal, ned med et negativt",
        ),
        en: (
            "STEPS",
            "How many notches: up with a positive number, down with a negative one",
        ),
    }
    level: Named { da: ("N", "Vis kun dette niveau"), en: ("N", "Show this level only") }
    json { da: "Skriv som JSON", en: "Write as JSON" }
    data_dir: Named {
        da: ("MAPPE", "Mappen med profiler; ellers den i PEJL_DATA_DIR"),
        en: (
            "DIR",
            "The folder of profiles; otherwise the one in PEJL_DATA_DIR",
        ),
    }
    profile: Named {
        da: ("NAVN", "Profilen, der skal bruges; ellers den i PEJL_PROFILE"),
        en: ("NAME", "The profile to use; otherwise the one in PEJL_PROFILE"),
    }
    framework: Named {
        da: (
            "FIL",
            "En fil med et andet grundlag end det indbyggede; ellers den i PEJL_FRAMEWORK",
        ),
        en: (
            "FILE",
            "A file with another framework than the built-in one; otherwise the one in PEJL_FRAMEWORK",
        ),
    }
    lang: Named {
        da: ("SPROG", "Programmets sprog: da eller en"),
        en: ("LANG", "The language of the program: da or en"),
    }
    theme: Named {
        da: (
            "TEMA",
            "Farver: auto, dark, light, high-contrast, mono eller navnet på dit eget tema",
        ),
        en: (
            "THEME",
            "Colours: auto, dark, light, high-contrast, mono or the name of your own theme",
        ),
    }
    glyphs: Named {
        da: (
            "TEGN",
            "Hvor fint drejeknapperne tegnes: auto, pixels, smooth, block, braille eller ascii",
        ),
        en: (
            "GLYPHS",
            "How finely the dials are drawn: auto, pixels, smooth, block, braille or ascii",
        ),
    }
    no_motion { da: "Lad viserne springe i stedet for at glide", en: "Let the needles leap instead of glide" }
    no_mouse {
        da: "Lad musen være, så tekst kan markeres",
        en: "Leave the mouse alone, so that text can be selected",
    }
    plain {
        da: "Alt som en samtale i linjer, til skærmlæser og punktskrift (også med ACCESSIBLE=1)",
        en: "Everything as a dialogue of lines, for screen readers and Braille (also with ACCESSIBLE=1)",
    }
    help {
        da: "Vis denne hjælp: -h kort, --help med eksempler",
        en: "Show this help: -h in short, --help with examples",
    }
    help_command { da: "Vis hjælpen til en kommando", en: "Show the help of a command" }
    help_about: Named {
        da: (
            "KOMMANDO",
            "Kommandoen, som bearing save; uden er det hjælpen til pejl",
        ),
        en: (
            "COMMAND",
            "The command, such as bearing save; without one it is the help of pejl",
        ),
    }
    more_options {
        da: "»pejl --help« viser også de tilvalg, der gælder overalt, og eksempler",
        en: "“pejl --help” also shows the options that hold everywhere, and examples",
    }
    options_everywhere {
        da: "--profile, --lang og andre tilvalg, der gælder overalt, står i »pejl --help«",
        en: "--profile, --lang and other options that hold everywhere stand in “pejl --help”",
    }
    examples_heading { da: "Eksempler", en: "Examples" }
    part examples: super::examples::ExampleText;
    version { da: "Vis versionen", en: "Show the version" }
    data { da: "Data", en: "Data" }
    profiles { da: "Profiler", en: "Profiles" }
    profile_file { da: "Profil", en: "Profile" }
    themes { da: "Egne temaer", en: "Own themes" }
    log { da: "Log", en: "Log" }
    nothing_changed { da: "Ingen drejeknap stod anderledes", en: "No dial was different" }
}
