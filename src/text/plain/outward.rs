//! What the dialogue says of the first start, of the settings and of what goes out to others and comes in from them.

/// The words in one language.
pub struct OutwardText {
    /// At the welcome: how it goes on and how it is left.
    pub onward: &'static str,
    /// At the welcome: how a level is chosen.
    pub choose_level: &'static str,
    /// At the welcome: how the first dial is turned.
    pub first_dial: &'static str,
    /// The setting of the ghosts.
    pub ghost: &'static str,
    /// To have a bearing said at every mark.
    pub ghost_show: &'static str,
    /// To have it said no more.
    pub ghost_hide: &'static str,
    /// The bearing of this name is said at every mark.
    pub ghost_on: fn(&str) -> String,
    /// None is.
    pub ghost_off: &'static str,
    /// The settings that hold for the screen only.
    pub only_screen: &'static str,
    /// The named profile, or the team, is written out.
    pub exporting: fn(&str) -> String,
    /// To write to this file.
    pub write_to: fn(&str) -> String,
    /// To write to another.
    pub write_elsewhere: &'static str,
    /// Asks for a file.
    pub ask_file: &'static str,
    /// A file of this name is there already.
    pub is_there: fn(&str) -> String,
    /// To replace it.
    pub replace: &'static str,
    /// To leave it alone.
    pub leave: &'static str,
    /// It was left alone.
    pub left: &'static str,
    /// No team folder is set yet.
    pub no_folder: &'static str,
    /// To choose the team folder.
    pub choose_folder: &'static str,
    /// Asks for the team folder.
    pub ask_folder: &'static str,
    /// A mark in the team: its title, the spread and the median.
    pub team_mark: fn(&str, u8, &str) -> String,
    /// In which order the marks are told.
    pub order: &'static str,
    /// Leaders of which level are looked at.
    pub level: &'static str,
    /// Leaders of which unit.
    pub team_unit: &'static str,
    /// All of them.
    pub all: &'static str,
    /// To read the profiles again.
    pub read_again: &'static str,
    /// To write the team out.
    pub export_team: &'static str,
    /// To the mark itself.
    pub open_mark: &'static str,
    /// To make a copy of the open profile.
    pub copy: &'static str,
    /// To the deleted profiles.
    pub trash: &'static str,
    /// So many deleted profiles.
    pub deleted: fn(usize) -> String,
    /// The name is taken; another is asked for.
    pub other_name: &'static str,
    /// To bring a profile in from a file.
    pub import: &'static str,
}

/// Danish.
pub const DA: OutwardText = OutwardText {
    onward: "En tom linje går videre. x springer over.",
    choose_level: "Skriv et tal. En tom linje lader det stå og går videre. x springer over.",
    first_dial: "op skruer op, og ned skruer ned. Ingen knap er nogensinde slukket: helt nede er den i baggrunden. \
                 En tom linje slutter velkomsten.",
    ghost: "Sig ved hvert pejlemærke, hvor det stod ved en pejling",
    ghost_show: "Sig ved hvert pejlemærke, hvor det stod her",
    ghost_hide: "Sig det ikke ved hvert pejlemærke",
    ghost_on: |name| format!("Ved hvert pejlemærke siges nu, hvor det stod ved {name}."),
    ghost_off: "Ved pejlemærkerne siges ingen pejling.",
    only_screen: "Farver, drejeknapper, bevægelse og mus gælder kun skærmbilledet.",
    exporting: |what| format!("Skriv ud: {what}."),
    write_to: |file| format!("Skriv i {file}"),
    write_elsewhere: "Skriv i en anden fil",
    ask_file: "Hvilken fil? En tom linje lader det være.",
    is_there: |file| format!("{file} findes allerede."),
    replace: "Skriv over den",
    leave: "Lad den være",
    left: "Filen er, som den var.",
    no_folder: "Her står ledergruppens drejeknapper ved siden af hinanden, når du har valgt mappen med kollegernes \
                profiler. Hver leder lægger sin profil der med »pejl export json«.",
    choose_folder: "Vælg ledergruppens mappe",
    ask_folder: "Hvilken mappe eller fil? Flere skilles med semikolon. En tom linje lader det stå, et punktum tømmer det.",
    team_mark: |title, spread, median| format!("{title}: spredning {spread}, median {median}"),
    order: "Orden",
    level: "Niveau",
    team_unit: "Enhed",
    all: "alle",
    read_again: "Læs profilerne igen",
    export_team: "Skriv ledergruppen ud",
    open_mark: "Åbn pejlemærket",
    copy: "Ny profil som kopi af denne",
    trash: "Slettede profiler",
    deleted: |count| match count {
        0 => "Ingen slettede profiler.".to_owned(),
        1 => "1 slettet profil. Et tal henter den tilbage.".to_owned(),
        _ => format!("{count} slettede profiler. Et tal henter en tilbage."),
    },
    other_name: "Hvilket navn skal den have? En tom linje lader det være.",
    import: "Hent en profil ind fra en fil",
};

/// English.
pub const EN: OutwardText = OutwardText {
    onward: "An empty line goes on. x skips this.",
    choose_level: "Type a number. An empty line leaves it and goes on. x skips this.",
    first_dial: "up turns up, and down turns down. No dial is ever off: at the very bottom it is in the background. \
                 An empty line ends the welcome.",
    ghost: "Say at every mark where it stood at a bearing",
    ghost_show: "Say at every mark where it stood here",
    ghost_hide: "Do not say it at every mark",
    ghost_on: |name| format!("Every mark now says where it stood at {name}."),
    ghost_off: "The marks say no bearing.",
    only_screen: "Colours, dials, motion and mouse are for the screen only.",
    exporting: |what| format!("Export: {what}."),
    write_to: |file| format!("Write to {file}"),
    write_elsewhere: "Write to another file",
    ask_file: "Which file? An empty line leaves it.",
    is_there: |file| format!("{file} is there already."),
    replace: "Replace it",
    leave: "Leave it alone",
    left: "The file is as it was.",
    no_folder: "Here the team's dials stand side by side, once you have chosen the folder of your colleagues' profiles. \
                Each leader puts a profile there with »pejl export json«.",
    choose_folder: "Choose the team folder",
    ask_folder: "Which folder or file? Several are parted by semicolons. An empty line leaves it, a full stop empties it.",
    team_mark: |title, spread, median| format!("{title}: spread {spread}, median {median}"),
    order: "Order",
    level: "Level",
    team_unit: "Unit",
    all: "all",
    read_again: "Read the profiles again",
    export_team: "Export the team",
    open_mark: "Open the mark",
    copy: "New profile as a copy of this one",
    trash: "Deleted profiles",
    deleted: |count| match count {
        0 => "No deleted profiles.".to_owned(),
        1 => "1 deleted profile. A number brings it back.".to_owned(),
        _ => format!("{count} deleted profiles. A number brings one back."),
    },
    other_name: "What is it to be called? An empty line leaves it.",
    import: "Bring a profile in from a file",
};
