//! The words of the settings screen.

use super::Lang;

messages! {
    /// The settings screen in one language.
    #[allow(missing_docs)] // each field is the setting or the value of the same name
    pub struct SettingsText;

    /// Its name.
    title { da: "Indstillinger", en: "Settings" }
    /// Each setting's name and what it does.
    language: (&'static str, &'static str) {
        da: ("Sprog", "Grundlagets egen tekst står altid, som den er skrevet."),
        en: ("Language", "The framework's own text always stands as it was written."),
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
        da: ("Bevægelse", "Viser og blad glider, når du skruer."),
        en: ("Motion", "Needle and petal glide as you turn."),
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
    /// What a theme is; for one that is not known, that it is the reader's own.
    theme_means(name: &str) -> &'static str {
        da: {
            match name {
                "auto" => "mørk eller lys efter terminalens baggrund",
                "dark" => "lys tekst på mørk bund",
                "light" => "mørk tekst på lys bund",
                "high-contrast" => "størst mulig forskel på tekst og bund",
                "mono" => "kun lyst og mørkt",
                _ => "dit eget, i mappen themes",
            }
        },
        en: {
            match name {
                "auto" => "dark or light by the terminal's background",
                "dark" => "light text on a dark ground",
                "light" => "dark text on a light ground",
                "high-contrast" => "as much between text and ground as can be",
                "mono" => "light and dark alone",
                _ => "your own, in the folder themes",
            }
        },
    }
    /// What a way of drawing dials is; empty for one that is not known.
    glyphs_means(name: &str) -> &'static str {
        da: {
            match name {
                "auto" => "så fint terminalen kan",
                "pixels" => "som et billede, helt glat",
                "smooth" => "halve tegn i mange farver",
                "block" => "halve tegn i hele farver",
                "braille" => "fine prikker i én farve",
                "ascii" => "almindelige tegn, til gamle terminaler",
                _ => "",
            }
        },
        en: {
            match name {
                "auto" => "as finely as the terminal can",
                "pixels" => "as a picture, quite smooth",
                "smooth" => "half characters in many colours",
                "block" => "half characters in whole colours",
                "braille" => "fine dots in one colour",
                "ascii" => "plain characters, for old terminals",
                _ => "",
            }
        },
    }
    /// What motion on and off mean.
    motion_means: (&'static str, &'static str) {
        da: ("viserne glider til deres nye plads", "viserne flytter sig med det samme"),
        en: ("needles glide to their new place", "needles move at once"),
    }
    /// What the mouse on and off means.
    mouse_means: (&'static str, &'static str) {
        da: (
            "klik vælger, dobbeltklik åbner, hjulet skruer på den valgte drejeknap",
            "terminalen markerer tekst, som den plejer",
        ),
        en: (
            "a click selects, a double click opens, the wheel turns the selected dial",
            "the terminal selects text as it does elsewhere",
        ),
    }
    /// What traces of a bearing on and off mean.
    ghost_means: (&'static str, &'static str) {
        da: ("et spor viser, hvor hver drejeknap stod", "kun hvor de står nu"),
        en: ("a trace shows where each dial stood", "only where they stand now"),
    }
    /// What is in this language.
    speaks {
        da: "grundlaget og programmet på dansk",
        en: "program and names in English, the framework's text in Danish with English beside it",
    }
    /// The team's folder has not been read; the key that shows the team.
    unread_team(key: &str) {
        da: "Profilerne læses, når du åbner ledergruppen ({key}).",
        en: "The profiles are read when you open the team ({key}).",
    }
    /// The terminal draws pictures: by this protocol, with cells of so many pixels.
    draws_pictures(protocol: &str, width: u16, height: u16) {
        da: "Terminalen tegner billeder ({protocol}, {width}×{height} pixels pr. tegn). Det har den selv svaret.",
        en: "The terminal draws pictures ({protocol}, {width}×{height} pixels a character). It answered so itself.",
    }
    /// It is known by its name to draw pictures, and has not said so itself.
    named_pictures(protocol: &str, width: u16, height: u16) {
        da: "Terminalen er kendt på sit navn, og den tegner billeder ({protocol}, {width}×{height} pixels pr. tegn).",
        en: "The terminal is known by its name, and draws pictures ({protocol}, {width}×{height} pixels a character).",
    }
    /// It is sent pictures because the reader chose so, and has not said that it draws them.
    sends_pictures(protocol: &str, width: u16, height: u16) {
        da: "Terminalen får billeder ({protocol}, {width}×{height} pixels pr. tegn), fordi du har valgt det. \
            Den har ikke selv svaret, at den tegner dem.",
        en: "The terminal is sent pictures ({protocol}, {width}×{height} pixels a character) because you chose so. \
            It has not answered that it draws them.",
    }
    /// What to do where none of them shows; the key that does it.
    not_seen(key: &str) {
        da: "Ser du ingen drejeknapper her? {key} tegner dem uden pixels.",
        en: "Do you see no dials here? {key} draws them without pixels.",
    }
    /// The terminal was not asked whether it draws pictures.
    not_asked {
        da: "Terminalen er ikke spurgt, om den tegner billeder.",
        en: "The terminal was not asked whether it draws pictures.",
    }
    /// It was, and has not answered.
    unanswered {
        da: "Terminalen har ikke svaret på, om den tegner billeder.",
        en: "The terminal has not answered whether it draws pictures.",
    }
    /// It draws none.
    draws_none {
        da: "Terminalen har svaret, at den ikke tegner billeder.",
        en: "The terminal answered that it draws no pictures.",
    }
    /// It draws pictures, and the size of its cells is not known.
    no_size {
        da: "Terminalen tegner billeder, men siger ikke, hvor store dens tegn er.",
        en: "The terminal draws pictures, but does not say how large its characters are.",
    }
    /// It draws pictures, and another way was chosen.
    not_wanted {
        da: "Terminalen tegner billeder, men du har valgt noget andet.",
        en: "The terminal draws pictures, but you chose otherwise.",
    }
    /// Pictures come too slowly.
    slow {
        da: "Forbindelsen er for langsom til billeder.",
        en: "The connection is too slow for pictures.",
    }
    /// Dials are drawn in the way of this name now.
    drawn(name: &str) {
        da: { format!("Drejeknapper: {}", Lang::Da.text().settings.named(name).unwrap_or(name)) },
        en: { format!("Dials: {}", Lang::En.text().settings.named(name).unwrap_or(name)) },
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
