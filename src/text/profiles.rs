//! The words about profiles, on the screen and on the command line.

/// Profiles in one language.
pub struct ProfilesText {
    /// The screen's name.
    pub title: &'static str,
    /// Over the open profile's fields.
    pub open: &'static str,
    /// Over the others.
    pub others: &'static str,
    /// Over those that were deleted.
    pub deleted: &'static str,
    /// The name of the profile.
    pub name: &'static str,
    /// The unit it is for.
    pub unit: &'static str,
    /// The challenge the unit is in.
    pub challenge: &'static str,
    /// The own level.
    pub level: &'static str,
    /// The review date.
    pub review: &'static str,
    /// A field that nothing is written in.
    pub empty: &'static str,
    /// A profile whose file is no good.
    pub unreadable: &'static str,
    /// A new profile.
    pub new: &'static str,
    /// A copy of the profile of this name.
    pub copy: fn(&str) -> String,
    /// One that comes in from a file.
    pub import: &'static str,
    /// What Enter does with a deleted profile.
    pub bring_back: &'static str,
    /// When its last bearing was taken.
    pub last_bearing: fn(&str) -> String,
    /// Asks for the name of a new profile.
    pub ask_new: &'static str,
    /// Asks for the file of a profile that comes in.
    pub ask_import: &'static str,
    /// Asks for another name.
    pub ask_name: &'static str,
    /// Asks for the unit.
    pub ask_unit: &'static str,
    /// Asks for the challenge.
    pub ask_challenge: &'static str,
    /// Asks for the name of the profile that is to be deleted.
    pub ask_delete: &'static str,
    /// Asks for the name of the profile that is brought back.
    pub ask_restore: &'static str,
    /// What must be typed for it to be deleted.
    pub type_name: fn(&str) -> String,
    /// A deleted profile cannot be deleted again.
    pub deleted_stays: &'static str,
    /// The profile of this name is open.
    pub opened: fn(&str) -> String,
    /// The profile was made.
    pub made: fn(&str) -> String,
    /// The profile of this name came in from a file.
    pub fetched: fn(&str) -> String,
    /// It has another name: the old one and the new one.
    pub renamed: fn(&str, &str) -> String,
    /// It is deleted, and kept in this file.
    pub gone: fn(name: &str, kept: &str) -> String,
    /// It is there again.
    pub back: fn(&str) -> String,
    /// Beside the profile that is used.
    pub in_use: &'static str,
}

/// Danish.
pub const DA: ProfilesText = ProfilesText {
    title: "Profiler",
    open: "Den åbne profil",
    others: "Andre profiler",
    deleted: "Slettede profiler",
    name: "Navn",
    unit: "Enhed",
    challenge: "Udfordring",
    level: "Dit niveau",
    review: "Se på den igen",
    empty: "–",
    unreadable: "kan ikke læses",
    new: "Ny profil, hvor alt står i midten",
    copy: |name| format!("Kopi af {name}"),
    import: "Hent en profil fra en fil",
    bring_back: "Enter henter den tilbage",
    last_bearing: |date| format!("pejling {date}"),
    ask_new: "Navn på den nye profil:",
    ask_import: "Hent profilen i filen:",
    ask_name: "Navn på profilen:",
    ask_unit: "Hvilken enhed?",
    ask_challenge: "Hvilken udfordring står I i?",
    ask_delete: "Navn på den, der skal slettes:",
    ask_restore: "Navn på den, der hentes tilbage:",
    type_name: |name| format!("Skriv »{name}« for at slette profilen. Den kan hentes tilbage her på siden"),
    deleted_stays: "Den er slettet og bliver liggende her. Enter henter den tilbage",
    opened: |name| format!("Du arbejder nu i {name}"),
    made: |name| format!("Lavede profilen {name}"),
    fetched: |name| format!("{name} er hentet ind"),
    renamed: |old, new| format!("{old} hedder nu {new}"),
    gone: |name, kept| format!("{name} er slettet og kan hentes tilbage fra {kept}"),
    back: |name| format!("{name} er tilbage"),
    in_use: "bruges",
};

/// English.
pub const EN: ProfilesText = ProfilesText {
    title: "Profiles",
    open: "The open profile",
    others: "Other profiles",
    deleted: "Deleted profiles",
    name: "Name",
    unit: "Unit",
    challenge: "Challenge",
    level: "Your level",
    review: "Look at it again",
    empty: "–",
    unreadable: "cannot be read",
    new: "New profile with everything neutral",
    copy: |name| format!("Copy of {name}"),
    import: "Bring in a profile from a file",
    bring_back: "Enter brings it back",
    last_bearing: |date| format!("bearing {date}"),
    ask_new: "Name of the new profile:",
    ask_import: "Bring in the profile in the file:",
    ask_name: "Name of the profile:",
    ask_unit: "Which unit?",
    ask_challenge: "Which challenge are you in?",
    ask_delete: "Name of the one to delete:",
    ask_restore: "Name of the one that comes back:",
    type_name: |name| format!("Type “{name}” to delete the profile. It can be brought back on this screen"),
    deleted_stays: "It is deleted and stays here. Enter brings it back",
    opened: |name| format!("You are now in {name}"),
    made: |name| format!("Made the profile {name}"),
    fetched: |name| format!("{name} was brought in"),
    renamed: |old, new| format!("{old} is now called {new}"),
    gone: |name, kept| format!("{name} is deleted and can be brought back from {kept}"),
    back: |name| format!("{name} is back"),
    in_use: "in use",
};
