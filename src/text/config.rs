//! The words about the settings: the comments of the config file and what the commands about it answer.

messages! {
    /// The settings in one language.
    pub struct ConfigText;

    /// The first comment of the file.
    head {
        da: "Indstillinger for pejl.\n\
            En linje med # foran har ingen virkning: fjern tegnet for at bruge den.\n\
            »pejl config check« ser filen efter for fejl.",
        en: "Settings for pejl.\n\
            A line with # before it is ignored: remove the sign to use it.\n\
            “pejl config check” looks the file through for faults.",
    }
    /// What each key means, as a comment of one or more lines.
    language {
        da: "Sproget: \"da\" eller \"en\". Uden linjen følger det maskinens.",
        en: "The language: \"da\" or \"en\". Without the line it follows the machine's.",
    }
    #[allow(missing_docs)] // this and the next are the key of the same name
    theme {
        da: "Farverne: \"auto\" (følger terminalens baggrund), \"dark\", \"light\", \"high-contrast\", \"mono\"\n\
            eller navnet på dit eget tema, en fil i mappen themes ved siden af denne fil.",
        en: "The colours: \"auto\" (follows the terminal's background), \"dark\", \"light\", \"high-contrast\", \"mono\"\n\
            or the name of your own theme, a file in the folder themes beside this file.",
    }
    #[allow(missing_docs)]
    glyphs {
        da: "Hvor fint drejeknapperne tegnes: \"auto\", \"pixels\", \"smooth\", \"block\", \"braille\" eller \"ascii\".",
        en: "How finely the dials are drawn: \"auto\", \"pixels\", \"smooth\", \"block\", \"braille\" or \"ascii\".",
    }
    #[allow(missing_docs)]
    motion { da: "Om drejeknappernes visere glider.", en: "Whether the needles of the dials glide." }
    #[allow(missing_docs)]
    mouse {
        da: "Om musen bruges. Uden den kan tekst markeres i terminalen.",
        en: "Whether the mouse is used. Without it text can be selected in the terminal.",
    }
    #[allow(missing_docs)]
    ghost {
        da: "Om drejeknapperne viser, hvor de stod ved den seneste pejling.",
        en: "Whether the dials show where they stood at the last bearing.",
    }
    #[allow(missing_docs)]
    team {
        da: "Ledergruppens profiler: en mappe, en fil eller en liste af dem, som [\"G:/ledergruppen\"].",
        en: "The team's profiles: a folder, a file or a list of them, as [\"G:/team\"].",
    }
    #[allow(missing_docs)]
    framework {
        da: "Filen med et andet grundlag end det indbyggede. ~, $NAVN og %NAVN% kan bruges;\nen sti, der ikke er fuld, begynder i denne fils mappe. \"\" er det indbyggede.",
        en: "The file of another framework than the built-in one. ~, $NAME and %NAME% can be used;\na path that is not full begins in this file's folder. \"\" is the built-in one."
    }
    #[allow(missing_docs)]
    keys {
        da: "Tasterne: en handling og de taster, der udfører den, som rose = [\"o\", \"æ\", \"F5\"].\n\
            En liste træder i stedet for handlingens egne taster. En tast kan kun gøre én ting ét sted.",
        en: "The keys: an action and the keys that do it, as rose = [\"o\", \"æ\", \"F5\"].\n\
            A list takes the place of the action's own keys. A key can do one thing only in one place.",
    }
    /// The file of settings that holds for all users of the machine.
    machine { da: "For hele maskinen", en: "For the whole machine" }
    /// The file, named, was made.
    made(path: &str) { da: "{path} er oprettet", en: "{path} is created" }
    /// The file, named, was not changed.
    unchanged(path: &str) { da: "{path} er, som den var", en: "{path} is as it was" }
    /// Nothing is wrong with the file, named.
    good(path: &str) { da: "{path}: ingen fejl", en: "{path}: no faults" }
    /// There is no such file yet.
    absent(path: &str) {
        da: "{path} er der ikke endnu, så alt står som fra begyndelsen. »pejl config init« laver den",
        en: "{path} is not there yet, so everything is as at first. “pejl config init” makes it",
    }
    /// Before a path: the config file.
    file { da: "Indstillinger", en: "Settings" }
}
