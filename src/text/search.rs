//! The words of the lists that are filtered by typing.

messages! {
    /// Around help, palette and find.
    pub struct SearchText;

    /// The palette.
    palette { da: "Kommandoer", en: "Commands" }
    /// Find.
    find { da: "Find", en: "Find" }
    /// In the line of help and palette while nothing is typed.
    filter { da: "Skriv for at søge i listen", en: "Type to narrow the list" }
    /// In the line of find while nothing is typed.
    find_placeholder { da: "Skriv, hvad du leder efter", en: "Type what you are looking for" }
    /// What find looks in.
    find_in {
        da: "Her finder du alt i grundlaget: felter, pejlemærker, niveauer og forordet. Og alt, du selv har skrevet: \
            noter, pejlinger og profil. Du kan skrive økonomi, oekonomi eller okonomi.",
        en: "Everything in the framework can be found here: fields, guideposts, levels and the foreword. And everything you \
            wrote yourself: notes, bearings and the profile. Danish letters can be typed as they sound: oekonomi or okonomi.",
    }
    /// The list is empty.
    nothing {
        da: "Der er ikke noget, der passer. Prøv med færre eller kortere ord.",
        en: "Nothing fits. Try fewer or shorter words.",
    }
    /// Over what can be done here.
    here { da: "Her", en: "Here" }
    /// Over what can be done here, on this screen.
    here_on(screen: &str) { da: "Her: {screen}", en: "Here: {screen}" }
    /// Over what is used every day.
    daily { da: "Hver dag", en: "Every day" }
    /// Over what looks back.
    looking_back { da: "Se tilbage", en: "Looking back" }
    /// Over what is done with others.
    together { da: "Sammen", en: "Together" }
    /// Over what is seldom needed, or not yet.
    more { da: "Mere", en: "More" }
    /// Beside a hit: its key.
    key(keys: &str) { da: "Tast: {keys}", en: "Key: {keys}" }
    /// Beside a hit that is no use on this screen: where it is.
    works_in(places: &str) { da: "Virker på: {places}", en: "Works in: {places}" }
    /// Over what cannot.
    elsewhere { da: "Andre steder", en: "Elsewhere" }
    /// An action cannot be carried out here, but in these places.
    not_here(places: &str) {
        da: "Det virker ikke her, men på: {places}",
        en: "That does not work here, but in: {places}",
    }
    /// Several keys share a line; they are pressed themselves.
    press(keys: &str) { da: "Brug tasterne selv: {keys}", en: "Press the keys themselves: {keys}" }
    /// What was found.
    part kinds: Kinds;
}

messages! {
    /// Kinds of what is found.
    #[allow(missing_docs)] // each field is the kind of the same name
    pub struct Kinds;

    field { da: "felt", en: "field" }
    mark { da: "pejlemærke", en: "guidepost" }
    level { da: "niveau", en: "level" }
    note { da: "note", en: "note" }
    bearing { da: "pejling", en: "bearing" }
    foreword { da: "forord", en: "foreword" }
    profile { da: "profil", en: "profile" }
}
