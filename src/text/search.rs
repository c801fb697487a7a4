//! The words of the lists that are filtered by typing.

/// Around help, palette and find.
pub struct SearchText {
    /// The palette.
    pub palette: &'static str,
    /// Find.
    pub find: &'static str,
    /// In the line of help and palette while nothing is typed.
    pub filter: &'static str,
    /// In the line of find while nothing is typed.
    pub find_placeholder: &'static str,
    /// What find looks in.
    pub find_in: &'static str,
    /// The list is empty.
    pub nothing: &'static str,
    /// Over what can be done here.
    pub here: &'static str,
    /// Over what cannot.
    pub elsewhere: &'static str,
    /// An action cannot be carried out here, but in these places.
    pub not_here: fn(places: &str) -> String,
    /// Several keys share a line; they are pressed themselves.
    pub press: fn(keys: &str) -> String,
    /// What was found.
    pub kinds: Kinds,
}

/// Kinds of what is found.
#[allow(missing_docs)] // each field is the kind of the same name
pub struct Kinds {
    pub field: &'static str,
    pub mark: &'static str,
    pub level: &'static str,
    pub note: &'static str,
    pub bearing: &'static str,
    pub foreword: &'static str,
    pub profile: &'static str,
}

/// Danish.
pub const DA: SearchText = SearchText {
    palette: "Kommandoer",
    find: "Find",
    filter: "Skriv for at søge i listen",
    find_placeholder: "Skriv, hvad du leder efter",
    find_in: "Her finder du alt i grundlaget: felter, pejlemærker, niveauer og forordet. Og alt, du selv har skrevet: \
              noter, pejlinger og profil. Du kan skrive økonomi, oekonomi eller okonomi.",
    nothing: "Der er ikke noget, der passer. Prøv med færre eller kortere ord.",
    here: "Her",
    elsewhere: "Andre steder",
    not_here: |places| format!("Det kan du ikke herfra. Gælder: {places}"),
    press: |keys| format!("Brug tasterne selv: {keys}"),
    kinds: Kinds {
        field: "felt",
        mark: "pejlemærke",
        level: "niveau",
        note: "note",
        bearing: "pejling",
        foreword: "forord",
        profile: "profil",
    },
};

/// English.
pub const EN: SearchText = SearchText {
    palette: "Commands",
    find: "Find",
    filter: "Type to narrow the list",
    find_placeholder: "Type what you are looking for",
    find_in: "Everything in the framework can be found here: fields, marks, levels and the foreword. And everything you \
              wrote yourself: notes, bearings and the profile. Danish letters can be typed as they sound: oekonomi or okonomi.",
    nothing: "Nothing fits. Try fewer or shorter words.",
    here: "Here",
    elsewhere: "Elsewhere",
    not_here: |places| format!("Not from here. It holds in: {places}"),
    press: |keys| format!("Press the keys themselves: {keys}"),
    kinds: Kinds {
        field: "field",
        mark: "mark",
        level: "level",
        note: "note",
        bearing: "bearing",
        foreword: "foreword",
        profile: "profile",
    },
};
