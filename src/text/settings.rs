//! The words of the settings screen.

/// The settings screen in one language.
#[allow(missing_docs)] // each field is the setting or the value of the same name
pub struct SettingsText {
    /// Its name.
    pub title: &'static str,
    /// Each setting's name and what it does.
    pub language: (&'static str, &'static str),
    pub level: (&'static str, &'static str),
    pub theme: (&'static str, &'static str),
    pub glyphs: (&'static str, &'static str),
    pub motion: (&'static str, &'static str),
    pub mouse: (&'static str, &'static str),
    pub ghost: (&'static str, &'static str),
    pub team: (&'static str, &'static str),
    /// A theme's or a tier's name in words; one that is not known stays as it is.
    pub named: fn(&str) -> &str,
    pub on: &'static str,
    pub off: &'static str,
    /// No team folder is set.
    pub none: &'static str,
    /// Where the settings are kept.
    pub kept_in: fn(&str) -> String,
    /// The setting holds until the program is left, and why it is not in the file.
    pub not_kept: fn(&str) -> String,
    /// Asks for the team folder.
    pub ask_team: &'static str,
}

/// Danish.
pub const DA: SettingsText = SettingsText {
    title: "Indstillinger",
    language: ("Sprog", "Grundlagets egen tekst er altid dansk."),
    level: (
        "Dit niveau",
        "Det niveau, der står i lys hos hvert pejlemærke. Det gemmes i profilen.",
    ),
    theme: (
        "Farver",
        "»Som terminalen« er mørk eller lys efter terminalens baggrund. Egne temaer er filer i mappen themes.",
    ),
    glyphs: (
        "Drejeknapper",
        "Hvor fint de tegnes. »Som terminalen« er så fint, den kan.",
    ),
    motion: ("Bevægelse", "Viseren glider, når den flyttes langt."),
    mouse: ("Mus", "Uden den kan tekst markeres i terminalen."),
    ghost: (
        "Seneste pejling",
        "Et svagt mærke på hver knap, hvor den stod ved pejlingen.",
    ),
    team: (
        "Ledergruppens mappe",
        "Her ligger kollegernes profiler. Flere mapper eller filer skilles med semikolon.",
    ),
    named: |name| match name {
        "auto" => "som terminalen",
        "dark" => "mørk",
        "light" => "lys",
        "high-contrast" => "høj kontrast",
        "mono" => "uden farver",
        "smooth" => "glatte kanter",
        "block" => "blokke",
        "braille" => "prikker",
        "ascii" => "kun ASCII",
        own => own,
    },
    on: "til",
    off: "fra",
    none: "ingen",
    kept_in: |path| format!("Gemmes i {path}. Der kan tasterne også ændres"),
    not_kept: |why| format!("Gælder, til du afslutter: {why}"),
    ask_team: "Mappe eller fil:",
};

/// English.
pub const EN: SettingsText = SettingsText {
    title: "Settings",
    language: ("Language", "The framework's own text is always Danish."),
    level: (
        "Your level",
        "The level that is in light at each mark. It is kept in the profile.",
    ),
    theme: (
        "Colours",
        "“As the terminal” is dark or light by the terminal's background. Own themes are files in the folder themes.",
    ),
    glyphs: (
        "Dials",
        "How finely they are drawn. “As the terminal” is as finely as it can.",
    ),
    motion: ("Motion", "The needle glides when it moves far."),
    mouse: ("Mouse", "Without it text can be selected in the terminal."),
    ghost: (
        "Last bearing",
        "A faint mark on each dial where it stood at the bearing.",
    ),
    team: (
        "Team folder",
        "Your colleagues' profiles are here. Several folders or files are parted by semicolons.",
    ),
    named: |name| match name {
        "auto" => "as the terminal",
        "dark" => "dark",
        "light" => "light",
        "high-contrast" => "high contrast",
        "mono" => "no colours",
        "smooth" => "smooth edges",
        "block" => "blocks",
        "braille" => "dots",
        "ascii" => "ASCII only",
        own => own,
    },
    on: "on",
    off: "off",
    none: "none",
    kept_in: |path| format!("Kept in {path}. That is where keys can be changed too"),
    not_kept: |why| format!("Holds until you leave: {why}"),
    ask_team: "Folder or file:",
};
