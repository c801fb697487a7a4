//! The words of the team screen. Those that stand in its exports too are in `export`.

use super::{Lang, calendar};
use crate::core::{sanitise::clean, team::Leader};
use jiff::civil::Date;

messages! {
    /// The team screen in one language.
    pub struct TeamText;

    /// No folder is set yet; what it is for, and how to set one.
    no_folder {
        da: "Her står ledergruppens drejeknapper ved siden af hinanden, når du har valgt mappen med kollegernes \
            profiler. Enter spørger om den. Hver leder lægger selv sin pejling der: drejeknapperne, ingen noter.",
        en: "Here the team's dials stand side by side, once you have chosen the folder of your colleagues' profiles. \
            Enter asks for it. Each leader puts their own dials there: the values, no notes.",
    }
    /// There is nobody to sort or to choose among.
    nobody_here {
        da: "Her er ingen kolleger endnu. Enter vælger mappen med deres profiler",
        en: "There are no colleagues here yet. Enter chooses the folder of their profiles",
    }
    /// What the key of the settings does for the team.
    sets_folder { da: "indstillinger: hvilken mappe det er", en: "settings: which folder it is" }
    /// Being read.
    reading { da: "læser profilerne", en: "reading the profiles" }
    /// Nobody's profile is there.
    nobody {
        da: "Der er ingen profiler i mappen, som hører til dette grundlag.",
        en: "There are no profiles in the folder that belong to this framework.",
    }
    /// The orders of the marks: spread, document, movement.
    orders: [&'static str; 3] {
        da: ["længst fra hinanden", "grundlagets rækkefølge", "mest skruet"],
        en: ["furthest apart", "the framework's order", "turned most"],
    }
    /// A mark's figures at the gathering before, of this day.
    then(day: Date, figures: &str) {
        da: { let day = calendar::long(Lang::Da, day); format!("sidst, {day}: {figures}") },
        en: { let day = calendar::long(Lang::En, day); format!("last time, {day}: {figures}") },
    }
    /// Who was there on this day and is not here yet.
    missing(day: Date, names: &str) {
        da: { let day = calendar::long(Lang::Da, day); format!("Med {day}, men ikke i mappen nu: {names}.") },
        en: { let day = calendar::long(Lang::En, day); format!("There on {day}, but not in the folder now: {names}.") },
    }
    /// Names are not shown.
    no_names { da: "uden navne", en: "without names" }
    /// Marks on which the group stands within so many detents.
    agree(names: &str, detents: u8) {
        da: "I er mest enige om {names} (højst {detents} hak)",
        en: "You agree most on {names} (within {detents} notches)",
    }
    /// So many detents were turned since the last bearings.
    movement(detents: u32) {
        da: { detents: 1 => "1 hak siden sidste pejling", _ => "{detents} hak siden sidste pejling" },
        en: { detents:
            1 => "1 notch since the last bearing",
            _ => "{detents} notches since the last bearing",
        },
    }
    /// So many others, after some names.
    others(count: usize) {
        da: { count: 1 => "og 1 til", _ => "og {count} til" },
        en: { count: 1 => "and 1 more", _ => "and {count} more" },
    }
    /// So many stand there.
    stand(count: usize) {
        da: { count: 1 => "1 leder", _ => "{count} ledere" },
        en: { count: 1 => "1 leader", _ => "{count} leaders" },
    }
    /// There are no units to choose among.
    no_units { da: "Ingen af profilerne har en enhed", en: "None of the profiles has a unit" }
    /// Changes in the folder show by themselves; on a drive of others they may not.
    watched {
        da: "Ændringer i mappen vises af sig selv; på et delt drev kan det være nødvendigt at læse igen.",
        en: "Changes in the folder show by themselves; on a shared drive it may take reading again.",
    }
    /// Changes in the folder do not show by themselves.
    unwatched {
        da: "Ændringer i mappen vises, når der læses igen.",
        en: "Changes in the folder show when it is read again.",
    }
    /// Under the scale: what the signs mean; with the reader's own where she is among them.
    legend(you: bool) {
        da: {
            let you = if you { "  ◆ dig" } else { "" };
            format!("● en leder  2 to ledere  [ ] den midterste{you}")
        },
        en: {
            let you = if you { "  ◆ you" } else { "" };
            format!("● one leader  2 two leaders  [ ] the middle one{you}")
        },
    }
    /// The reader, where there is little room.
    reader { da: "dig", en: "you" }
    /// Over the small scales of a mark: of which levels and units they are.
    from_where { da: "Hvor I kommer fra", en: "Where you come from" }
    /// All of the team, before its levels and units.
    everyone { da: "Alle", en: "Everyone" }
    /// Over a mark's own text.
    its_text { da: "Det står der", en: "What it says" }
    /// On so many marks a colleague stands far from the reader.
    far(marks: usize) {
        da: { marks: 0 => "tæt på dig", 1 => "langt fra dig på 1", _ => "langt fra dig på {marks}" },
        en: { marks: 0 => "close to you", 1 => "far from you on 1", _ => "far from you on {marks}" },
    }
    /// The reader is chosen, to be laid over the reader.
    yourself { da: "Det er dig selv. Vælg en kollega", en: "That is you. Choose a colleague" }
    /// The people are asked for while names are hidden.
    hidden { da: "Navnene er skjult. n viser dem", en: "Names are hidden. n shows them" }
    /// The reader and a colleague.
    you_and(name: &str) { da: "Dig og {name}", en: "You and {name}" }
    /// What the signs on the lines of two mean.
    signs(name: &str) { da: "◆ dig  ● {name}", en: "◆ you  ● {name}" }
    /// Two stand far apart nowhere.
    close(name: &str) {
        da: "Du og {name} står højst 1 hak fra hinanden på alle pejlemærker.",
        en: "You and {name} stand within 1 notch of each other on all guideposts.",
    }
    /// Those are shown on which two stand far apart; the key that shows all.
    all(key: &str) {
        da: "Vist er det, hvor I står mindst 2 hak fra hinanden. {key} viser alle",
        en: "Shown is where you stand 2 notches or more apart. {key} shows all",
    }
    /// All are shown; the key that shows fewer.
    fewer(key: &str) {
        da: "Vist er alle pejlemærker. {key} viser dem, hvor I står mindst 2 hak fra hinanden",
        en: "All guideposts are shown. {key} shows those where you stand 2 notches or more apart",
    }
    /// To show all marks of two.
    show_all { da: "Vis alle pejlemærker", en: "Show all guideposts" }
    /// To show those alone on which they stand far apart.
    only_far { da: "Vis kun dem, hvor I står langt fra hinanden", en: "Show only those where you stand far apart" }
    /// The first line of what a talk came to.
    talk(name: &str) { da: "Samtale med {name}", en: "Talk with {name}" }
    /// To write what a talk came to.
    write_talk { da: "Skriv en note til samtalen", en: "Write a note of the talk" }
    /// When a colleague shared.
    shared_on(date: Date) {
        da: { format!("Delt {}", calendar::short(Lang::Da, date)) },
        en: { format!("Shared {}", calendar::short(Lang::En, date)) },
    }
    /// The people of the team.
    people { da: "Personer", en: "People" }
    /// Where two stand on a mark, and how far apart.
    stand_apart(title: &str, yours: &str, theirs: &str, by: u8) {
        da: "{title}: du {yours}, den anden {theirs}, {by} hak fra hinanden",
        en: "{title}: you {yours}, the other {theirs}, {by} notches apart",
    }
    /// The reader, in a list of leaders.
    you(name: &str) { da: "{name} (dig)", en: "{name} (you)" }
}

impl Lang {
    /// A leader by name; the reader is told which one is the reader.
    pub fn leader(self, leader: &Leader) -> String {
        let name = clean(&leader.name);
        match leader.you {
            true => self.text().team.you(&name),
            false => name.into_owned(),
        }
    }
}
