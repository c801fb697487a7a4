//! The words of the team screen. Those that stand in its exports too are in `export`.

/// The team screen in one language.
pub struct TeamText {
    /// No folder is set yet; what it is for, and how to set one.
    pub no_folder: &'static str,
    /// Being read.
    pub reading: &'static str,
    /// Nobody's profile is there.
    pub nobody: &'static str,
    /// The orders of the marks: spread, document, movement.
    pub orders: [&'static str; 3],
    /// Names are not shown.
    pub no_names: &'static str,
    /// Marks on which the group stands within so many detents.
    pub agree: fn(u8) -> String,
    /// So many detents were turned since the last bearings.
    pub movement: fn(u32) -> String,
    /// So many others, after some names.
    pub others: fn(usize) -> String,
    /// So many stand there.
    pub stand: fn(usize) -> String,
    /// There are no units to choose among.
    pub no_units: &'static str,
    /// Changes in the folder show by themselves; on a drive of others they may not.
    pub watched: &'static str,
    /// Changes in the folder do not show by themselves.
    pub unwatched: &'static str,
    /// Under the scale: what the signs mean.
    pub legend: &'static str,
}

/// Danish.
pub const DA: TeamText = TeamText {
    no_folder: "Her står ledergruppens drejeknapper ved siden af hinanden, når du har valgt mappen med kollegernes \
                profiler. Enter spørger om den. Hver leder lægger sin profil der med »pejl export json«.",
    reading: "læser profilerne",
    nobody: "Der er ingen profiler i mappen, som hører til dette grundlag.",
    orders: ["størst spredning", "grundlagets orden", "mest skruet"],
    no_names: "uden navne",
    agree: |detents| format!("I står højst {detents} hak fra hinanden på"),
    movement: |detents| match detents {
        1 => "1 hak siden sidste pejling".to_owned(),
        _ => format!("{detents} hak siden sidste pejling"),
    },
    others: |count| match count {
        1 => "og 1 til".to_owned(),
        _ => format!("og {count} til"),
    },
    stand: |count| match count {
        1 => "1 leder".to_owned(),
        _ => format!("{count} ledere"),
    },
    no_units: "Ingen af profilerne har en enhed",
    watched: "Ændringer i mappen vises af sig selv; på et delt drev kan det være nødvendigt at læse igen.",
    unwatched: "Ændringer i mappen vises, når der læses igen.",
    legend: "● en leder  2 to ledere  [ ] medianen",
};

/// English.
pub const EN: TeamText = TeamText {
    no_folder: "Here the team's dials stand side by side, once you have chosen the folder of your colleagues' profiles. \
                Enter asks for it. Each leader puts a profile there with »pejl export json«.",
    reading: "reading the profiles",
    nobody: "There are no profiles in the folder that belong to this framework.",
    orders: ["widest spread", "the framework's order", "turned most"],
    no_names: "without names",
    agree: |detents| format!("You stand within {detents} detents on"),
    movement: |detents| match detents {
        1 => "1 detent since the last bearing".to_owned(),
        _ => format!("{detents} detents since the last bearing"),
    },
    others: |count| match count {
        1 => "and 1 more".to_owned(),
        _ => format!("and {count} more"),
    },
    stand: |count| match count {
        1 => "1 leader".to_owned(),
        _ => format!("{count} leaders"),
    },
    no_units: "None of the profiles has a unit",
    watched: "Changes in the folder show by themselves; on a shared drive it may take reading again.",
    unwatched: "Changes in the folder show when it is read again.",
    legend: "● one leader  2 two leaders  [ ] the median",
};
