//! The words of the settings screen.

messages! {
    /// The settings screen in one language.
    #[allow(missing_docs)] // each field is the setting or the value of the same name
    pub struct SettingsText;

    /// Its name.
    title { da: "Indstillinger", en: "Settings" }
    /// Each setting's name and what it does.
    language: (&'static str, &'static str) {
        da: ("Sprog", "Grundlagets egen tekst er altid dansk."),
        en: ("Language", "The framework's own text is always Danish."),
    }
    level: (&'static str, &'static str) {
        da: (
            "Dit niveau",
            "Det niveau, der er fremhævet ved hvert pejlemærke. Det gemmes i profilen.",
        ),
        en: (
            "Your level",
            "The level that is highlighted at each guidepost. It is kept in the profile.",
        ),
    }
    theme: (&'static str, &'static str) {
        da: (
            "Farver",
            "»Følger terminalen« er mørk eller lys efter terminalens baggrund. Egne temaer er filer i mappen themes.",
        ),
        en: (
            "Colours",
            "“Follows the terminal” is dark or light by the terminal's background. Own themes are files in the folder themes.",
        ),
    }
    glyphs: (&'static str, &'static str) {
        da: (
            "Drejeknapper",
            "Hvor fint de tegnes. »Følger terminalen« er så fint terminalen kan; er de væk, så vælg glatte kanter.",
        ),
        en: (
            "Dials",
            "How finely they are drawn. “Follows the terminal” is as finely as the terminal can; if they do not show, choose smooth edges.",
        ),
    }
    motion: (&'static str, &'static str) {
        da: ("Bevægelse", "Viseren glider, når den flyttes langt."),
        en: ("Motion", "The needle glides when it moves far."),
    }
    mouse: (&'static str, &'static str) {
        da: ("Mus", "Uden den kan tekst markeres i terminalen."),
        en: ("Mouse", "Without it text can be selected in the terminal."),
    }
    ghost: (&'static str, &'static str) {
        da: (
            "Seneste pejling",
            "Et svagt spor på hver drejeknap, hvor den stod ved pejlingen.",
        ),
        en: (
            "Last bearing",
            "A faint trace on each dial where it stood at the bearing.",
        ),
    }
    team: (&'static str, &'static str) {
        da: (
            "Ledergruppens mappe",
            "Her ligger kollegernes profiler. Adskil flere mapper eller filer med semikolon.",
        ),
        en: (
            "Team folder",
            "Your colleagues' profiles are here. Separate several folders or files with semicolons.",
        ),
    }
    /// A theme's or a marker's name in words; nothing for one that is not known.
    named(name: &str) -> Option<&'static str> {
        da: {
            match name {
                "auto" => Some("følger terminalen"),
                "dark" => Some("mørk"),
                "light" => Some("lys"),
                "high-contrast" => Some("høj kontrast"),
                "mono" => Some("uden farver"),
                "pixels" => Some("pixels, hvor terminalen kan"),
                "smooth" => Some("glatte kanter"),
                "block" => Some("blokke"),
                "braille" => Some("prikker"),
                "ascii" => Some("kun ASCII"),
                _ => None,
            }
        },
        en: {
            match name {
                "auto" => Some("follows the terminal"),
                "dark" => Some("dark"),
                "light" => Some("light"),
                "high-contrast" => Some("high contrast"),
                "mono" => Some("no colours"),
                "pixels" => Some("pixels, where the terminal can"),
                "smooth" => Some("smooth edges"),
                "block" => Some("blocks"),
                "braille" => Some("dots"),
                "ascii" => Some("ASCII only"),
                _ => None,
            }
        },
    }
    on { da: "slået til", en: "on" }
    off { da: "slået fra", en: "off" }
    /// No team folder is set.
    none { da: "ingen", en: "none" }
    /// Where the settings are kept.
    kept_in(path: &str) {
        da: "Indstillingerne ligger i {path}; her kan du også ændre tasterne",
        en: "The settings are in {path}; you can change the keys there too",
    }
    /// The setting holds until the program is left, and why it is not in the file.
    not_kept(why: &str) { da: "Gælder, til du afslutter: {why}", en: "Holds until you leave: {why}" }
    /// Asks for the team folder.
    ask_team { da: "Mappe eller fil:", en: "Folder or file:" }
}
