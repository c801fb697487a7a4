//! The words about profiles, on the screen and on the command line.

messages! {
    /// Profiles in one language.
    pub struct ProfilesText;

    /// The screen's name.
    title { da: "Profiler", en: "Profiles" }
    /// Over the open profile's fields.
    open { da: "Den åbne profil", en: "The open profile" }
    /// Over the others.
    others { da: "Andre profiler", en: "Other profiles" }
    /// Over those that were deleted.
    deleted { da: "Slettede profiler", en: "Deleted profiles" }
    /// Over good profiles that lie among the others under names of their own.
    strangers { da: "Ligger i mappen og er ikke i brug", en: "In the folder and not in use" }
    /// What Enter does with one of them.
    bring_in { da: "Enter henter den ind", en: "Enter brings it in" }
    /// One of them, by its name and its file, on one line.
    stranger(name: &str, file: &str) {
        da: "{name} ({file}, ikke i brug)",
        en: "{name} ({file}, not in use)",
    }
    /// One of them is not deleted here.
    stranger_stays {
        da: "Filen er ikke pejls egen og bliver liggende. Enter henter profilen ind",
        en: "The file is not pejl's own and stays. Enter brings the profile in",
    }
    /// The name of the profile.
    name { da: "Navn", en: "Name" }
    /// The unit it is for.
    unit { da: "Enhed", en: "Unit" }
    /// The challenge the unit is in.
    challenge { da: "Udfordring", en: "Challenge" }
    /// The own level.
    level { da: "Dit niveau", en: "Your level" }
    /// The review date.
    review { da: "Ses på igen", en: "Look at it again" }
    /// A field that nothing is written in.
    empty { da: "–", en: "–" }
    /// A profile whose file is no good.
    unreadable { da: "kan ikke læses", en: "cannot be read" }
    /// A new profile.
    new { da: "Ny profil, hvor alt står i midten", en: "New profile with everything neutral" }
    /// A copy of the profile of this name.
    copy(name: &str) { da: "Kopi af {name}", en: "Copy of {name}" }
    /// One that comes in from a file.
    import { da: "Hent en profil ind fra en fil", en: "Bring in a profile from a file" }
    /// What Enter does with a deleted profile.
    bring_back { da: "Enter henter den tilbage", en: "Enter brings it back" }
    /// What Enter does with another profile.
    opens { da: "Enter åbner den", en: "Enter opens it" }
    /// Beside the profile that is open.
    open_now { da: "åben nu", en: "open now" }
    /// What comes in from a file, and what becomes of the open one.
    about_import {
        da: "Det er en profil, som »pejl export json« eller en anden pejl har skrevet. Den bliver en ny profil; den åbne \
            bliver, som den er.",
        en: "It is a profile that “pejl export json” or another pejl wrote. It becomes a new profile; the open one stays \
            as it is.",
    }
    /// Over the note on the whole profile.
    note { da: "Note", en: "Note" }
    /// When it is to be looked at again.
    to_review(date: &str) { da: "Ses på igen {date}", en: "To be looked at again {date}" }
    /// So many bearings, and the day of the last.
    bearings(count: usize, last: &str) {
        da: { count: 1 => "1 pejling, {last}", _ => "{count} pejlinger, den seneste {last}" },
        en: { count: 1 => "1 bearing, {last}", _ => "{count} bearings, the last {last}" },
    }
    /// The day its file was last written.
    changed(date: &str) { da: "ændret {date}", en: "changed {date}" }
    /// Asks for the name of a new profile.
    ask_new { da: "Navn på den nye profil:", en: "Name of the new profile:" }
    /// Asks for the file of a profile that comes in.
    ask_import { da: "Hent profilen i filen:", en: "Bring in the profile in the file:" }
    /// Asks for another name.
    ask_name { da: "Navn på profilen:", en: "Name of the profile:" }
    /// Asks for the unit.
    ask_unit { da: "Hvilken enhed?", en: "Which unit?" }
    /// Asks for the challenge.
    ask_challenge { da: "Hvad fylder hos jer lige nu?", en: "What is on your minds right now?" }
    /// Asks for the name of the profile that is to be deleted.
    ask_delete { da: "Navn på den, der skal slettes:", en: "Name of the one to delete:" }
    /// Asks for the name of the profile that is brought back.
    ask_restore { da: "Navn på den, der hentes tilbage:", en: "Name of the one that comes back:" }
    /// What must be typed for it to be deleted.
    type_name(name: &str) {
        da: "Skriv »{name}« for at slette profilen. Den kan hentes tilbage her på siden",
        en: "Type “{name}” to delete the profile. It can be brought back on this screen",
    }
    /// A deleted profile cannot be deleted again.
    deleted_stays {
        da: "Den er slettet og bliver liggende her. Enter henter den tilbage",
        en: "It is deleted and stays here. Enter brings it back",
    }
    /// The profile of this name is open.
    opened(name: &str) { da: "Du arbejder nu i {name}", en: "You are now working in {name}" }
    /// The profile was made.
    made(name: &str) { da: "Profilen {name} er oprettet", en: "The profile {name} is created" }
    /// The profile of this name came in from a file.
    fetched(name: &str) { da: "{name} er hentet ind", en: "{name} was brought in" }
    /// It has another name: the old one and the new one.
    renamed(old: &str, new: &str) { da: "{old} hedder nu {new}", en: "{old} is now called {new}" }
    /// It is deleted, and kept in this file.
    gone(name: &str, kept: &str) {
        da: "{name} er slettet og kan hentes tilbage fra {kept}",
        en: "{name} is deleted and can be brought back from {kept}",
    }
    /// It is there again.
    back(name: &str) { da: "{name} er tilbage", en: "{name} is back" }
    /// Beside the profile that is used.
    in_use { da: "i brug", en: "in use" }
}
