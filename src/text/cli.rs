//! What the command line says of itself: its commands, its options, its answers. Faults are worded in `fault`.

/// What stands for a value in the help, in capitals, and the help itself.
pub type Named = (&'static str, &'static str);

/// The command line in one language.
#[allow(missing_docs)] // each field is the command or option of the same name in `cli::args`
pub struct CliText {
    pub about: &'static str,
    pub usage: &'static str,
    pub option: &'static str,
    pub command: &'static str,
    pub commands: &'static str,
    pub options: &'static str,
    pub arguments: &'static str,
    pub everywhere: &'static str,
    pub show: &'static str,
    pub set: &'static str,
    pub turn: &'static str,
    pub reset: &'static str,
    pub paths: &'static str,
    pub target: Named,
    pub mark: Named,
    pub value: Named,
    pub steps: Named,
    pub level: Named,
    pub json: &'static str,
    pub data_dir: Named,
    pub profile: Named,
    pub framework: Named,
    pub lang: Named,
    pub theme: Named,
    pub glyphs: Named,
    pub no_motion: &'static str,
    pub no_mouse: &'static str,
    pub help: &'static str,
    pub version: &'static str,
    pub data: &'static str,
    pub profiles: &'static str,
    pub profile_file: &'static str,
    pub themes: &'static str,
    pub nothing_changed: &'static str,
}

/// Danish.
pub const DA: CliText = CliText {
    about: "Et ledelsesgrundlag, du går gennem med tastaturet, med en drejeknap på hvert pejlemærke.\n\n\
            Uden kommando åbner pejl grundlaget på skærmen.",
    usage: "Brug",
    option: "VALG",
    command: "KOMMANDO",
    commands: "Kommandoer",
    options: "Valg",
    arguments: "Argumenter",
    everywhere: "Valg, der gælder overalt",
    show: "Vis grundlagets tekst med profilens drejeknapper",
    set: "Stil en drejeknap",
    turn: "Skru en drejeknap op eller ned",
    reset: "Stil én drejeknap, eller dem alle, i midten",
    paths: "Vis, hvor profiler og indstillinger ligger",
    target: (
        "NAVN",
        "Et felt eller et pejlemærke: id, nummer (2 eller 2.1) eller begyndelsen af et navn",
    ),
    mark: (
        "PEJLEMÆRKE",
        "Et pejlemærke: id, nummer (2.1) eller begyndelsen af et navn",
    ),
    value: ("VÆRDI", "Et helt tal fra -5 til +5; 0 er i midten"),
    steps: (
        "HAK",
        "Hvor mange hak: op med et positivt tal, ned med et negativt",
    ),
    level: ("N", "Vis kun dette niveau"),
    json: "Skriv som JSON",
    data_dir: ("MAPPE", "Mappen med profiler; ellers den i PEJL_DATA_DIR"),
    profile: ("NAVN", "Profilen, der skal bruges; ellers den i PEJL_PROFILE"),
    framework: (
        "FIL",
        "En fil med et andet grundlag end det indbyggede; ellers den i PEJL_FRAMEWORK",
    ),
    lang: ("SPROG", "Programmets sprog: da eller en"),
    theme: (
        "TEMA",
        "Farver: auto, dark, light, high-contrast, mono eller navnet på dit eget tema",
    ),
    glyphs: (
        "TEGN",
        "Hvor fint drejeknapperne tegnes: auto, smooth, block, braille eller ascii",
    ),
    no_motion: "Lad nålene springe i stedet for at glide",
    no_mouse: "Lad musen være, så tekst kan markeres",
    help: "Vis denne hjælp",
    version: "Vis versionen",
    data: "Data",
    profiles: "Profiler",
    profile_file: "Profil",
    themes: "Egne temaer",
    nothing_changed: "Ingen drejeknap stod anderledes",
};

/// English.
pub const EN: CliText = CliText {
    about: "A leadership framework you walk through by keyboard, with a dial on every mark.\n\n\
            Without a command pejl opens the framework on the screen.",
    usage: "Usage",
    option: "OPTIONS",
    command: "COMMAND",
    commands: "Commands",
    options: "Options",
    arguments: "Arguments",
    everywhere: "Options everywhere",
    show: "Show the framework's text with the profile's dials",
    set: "Set a dial",
    turn: "Turn a dial up or down",
    reset: "Put one dial, or all of them, back to neutral",
    paths: "Show where profiles and settings are",
    target: (
        "NAME",
        "A field or a mark: id, number (2 or 2.1) or the beginning of a name",
    ),
    mark: ("MARK", "A mark: id, number (2.1) or the beginning of a name"),
    value: ("VALUE", "A whole number from -5 to +5; 0 is neutral"),
    steps: (
        "STEPS",
        "How many detents: up with a positive number, down with a negative one",
    ),
    level: ("N", "Show this level only"),
    json: "Write as JSON",
    data_dir: (
        "DIR",
        "The folder of profiles; otherwise the one in PEJL_DATA_DIR",
    ),
    profile: ("NAME", "The profile to use; otherwise the one in PEJL_PROFILE"),
    framework: (
        "FILE",
        "A file with another framework than the built-in one; otherwise the one in PEJL_FRAMEWORK",
    ),
    lang: ("LANG", "The language of the program: da or en"),
    theme: (
        "THEME",
        "Colours: auto, dark, light, high-contrast, mono or the name of your own theme",
    ),
    glyphs: (
        "GLYPHS",
        "How finely the dials are drawn: auto, smooth, block, braille or ascii",
    ),
    no_motion: "Let the needles leap instead of glide",
    no_mouse: "Leave the mouse alone, so that text can be selected",
    help: "Show this help",
    version: "Show the version",
    data: "Data",
    profiles: "Profiles",
    profile_file: "Profile",
    themes: "Own themes",
    nothing_changed: "No dial stood otherwise",
};
