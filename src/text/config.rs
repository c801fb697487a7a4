//! The words about the settings: the comments of the config file and what the commands about it answer.

/// The settings in one language.
pub struct ConfigText {
    /// The first comment of the file.
    pub head: &'static str,
    /// What each key means, as a comment of one or more lines.
    pub language: &'static str,
    #[allow(missing_docs)] // this and the next are the key of the same name
    pub theme: &'static str,
    #[allow(missing_docs)]
    pub glyphs: &'static str,
    #[allow(missing_docs)]
    pub motion: &'static str,
    #[allow(missing_docs)]
    pub mouse: &'static str,
    #[allow(missing_docs)]
    pub ghost: &'static str,
    #[allow(missing_docs)]
    pub team: &'static str,
    #[allow(missing_docs)]
    pub keys: &'static str,
    /// The file, named, was made.
    pub made: fn(&str) -> String,
    /// Nothing is wrong with the file, named.
    pub good: fn(&str) -> String,
    /// There is no such file yet.
    pub absent: fn(&str) -> String,
    /// Before a path: the config file.
    pub file: &'static str,
}

/// Danish.
pub const DA: ConfigText = ConfigText {
    head: "Indstillinger for pejl.\n\
           En linje med # foran gælder ikke: tag tegnet væk for at lade den gælde.\n\
           »pejl config check« ser filen efter for fejl.",
    language: "Sproget: \"da\" eller \"en\". Uden linjen følger det maskinens.",
    theme: "Farverne: \"auto\" (følger terminalens baggrund), \"dark\", \"light\", \"high-contrast\", \"mono\"\n\
            eller navnet på dit eget tema, en fil i mappen themes ved siden af denne fil.",
    glyphs: "Hvor fint drejeknapperne tegnes: \"auto\", \"smooth\", \"block\", \"braille\" eller \"ascii\".",
    motion: "Om drejeknappernes visere glider.",
    mouse: "Om musen bruges. Uden den kan tekst markeres i terminalen.",
    ghost: "Om drejeknapperne viser, hvor de stod ved den seneste pejling.",
    team: "Ledergruppens profiler: en mappe, en fil eller en liste af dem, som [\"G:/ledergruppen\"].",
    keys: "Tasterne: en handling og de taster, der gør den, som rose = [\"o\", \"æ\", \"F5\"].\n\
           En liste træder i stedet for handlingens egne taster. En tast kan kun gøre én ting ét sted.",
    made: |path| format!("Lavede {path}"),
    good: |path| format!("{path}: ingen fejl"),
    absent: |path| {
        format!("{path} er der ikke endnu, så alt står som fra begyndelsen. »pejl config init« laver den")
    },
    file: "Indstillinger",
};

/// English.
pub const EN: ConfigText = ConfigText {
    head: "Settings for pejl.\n\
           A line with # before it does not hold: take the sign away to have it hold.\n\
           “pejl config check” looks the file through for faults.",
    language: "The language: \"da\" or \"en\". Without the line it follows the machine's.",
    theme: "The colours: \"auto\" (follows the terminal's background), \"dark\", \"light\", \"high-contrast\", \"mono\"\n\
            or the name of your own theme, a file in the folder themes beside this file.",
    glyphs: "How finely the dials are drawn: \"auto\", \"smooth\", \"block\", \"braille\" or \"ascii\".",
    motion: "Whether the needles of the dials glide.",
    mouse: "Whether the mouse is used. Without it text can be selected in the terminal.",
    ghost: "Whether the dials show where they stood at the last bearing.",
    team: "The team's profiles: a folder, a file or a list of them, as [\"G:/team\"].",
    keys: "The keys: an action and the keys that do it, as rose = [\"o\", \"æ\", \"F5\"].\n\
           A list takes the place of the action's own keys. A key can do one thing only in one place.",
    made: |path| format!("Made {path}"),
    good: |path| format!("{path}: no faults"),
    absent: |path| {
        format!("{path} is not there yet, so everything is as at first. “pejl config init” makes it")
    },
    file: "Settings",
};
