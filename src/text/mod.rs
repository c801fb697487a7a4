//! Every word the program says, in Danish and English. Owns the labels and sentences; not the framework's own text.
//!
//! One file a feature; each message stands in one row with its Danish and its English (`messages`), so that a missing
//! translation does not compile. A message without arguments is a field of [`Text`] or of a part of it, one with
//! arguments a method.

#[macro_use]
mod messages;

pub mod actions;
pub mod bearing;
mod calendar;
pub mod cli;
pub mod config;
pub mod deeds;
pub mod doctor;
pub mod examples;
pub mod export;
mod fault;
pub mod manual;
pub mod merge;
pub mod mirror;
pub mod monthly;
pub mod plain;
pub mod present;
pub mod profiles;
pub mod purpose;
pub mod search;
pub mod settings;
pub mod share;
pub mod sharing;
mod step;
pub mod team;
pub mod welcome;

use crate::core::{
    dial::DialValue,
    framework::{Framework, Kind},
    session::NotADate,
};
use jiff::civil::Date;
use serde::Serialize;

/// The language of the interface. A file writes its code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Danish, the framework's own.
    #[default]
    Da,
    /// English.
    En,
}

impl Lang {
    /// `da` or `en`, however it is written in upper and lower case.
    pub fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "da" => Some(Self::Da),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// `da` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The other language.
    pub fn other(self) -> Self {
        match self {
            Self::Da => Self::En,
            Self::En => Self::Da,
        }
    }

    /// The language of a locale such as `en_GB.UTF-8`: English where it says so, Danish otherwise.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("en") {
            Self::En
        } else {
            Self::Da
        }
    }

    /// Everything the program says in this language.
    pub fn text(self) -> &'static Text {
        match self {
            Self::Da => &Text::DA,
            Self::En => &Text::EN,
        }
    }
}

messages! {
    /// Everything the program says in one language.
    pub struct Text;

    /// The name of the whole in a trail: "Grundlaget".
    framework { da: "Grundlaget", en: "The framework" }
    /// Over the known column of the grid, and what it asks.
    known: (&'static str, &'static str) {
        da: ("Det kendte", "det har vi godt styr på"),
        en: ("The known", "we have this well in hand"),
    }
    /// Over the new column of the grid, and what it asks.
    new: (&'static str, &'static str) {
        da: ("Det nye", "kræver en særlig indsats"),
        en: ("The new", "calls for a special effort"),
    }
    /// "niveau", as in "niveau 2".
    level { da: "niveau", en: "level" }
    /// Beside the title of the reader's own level.
    own_level { da: "dit niveau", en: "your level" }
    /// Foreword.
    foreword { da: "Forord", en: "Foreword" }
    /// The share of all focus.
    weight { da: "vægt", en: "weight" }
    /// What a weight is, of so many marks: where it is first met.
    weight_is(marks: usize) {
        da: { marks:
            12 => "Vægt: din opmærksomhed fordelt på de tolv pejlemærker.",
            _ => "Vægt: din opmærksomhed fordelt på {marks} pejlemærker.",
        },
        en: { marks:
            12 => "Weight: your attention shared out over the twelve guideposts.",
            _ => "Weight: your attention shared out over {marks} guideposts.",
        },
    }
    /// How a weight is worked out.
    weight_formula {
        da: "Et pejlemærkes vægt er (6 + værdi) / Σ(6 + værdi). Står alle drejeknapper ens, vejer alle ens: at skrue op for alt \
            er at skrue op for intet.",
        en: "A guidepost’s weight is (6 + value) / Σ(6 + value). Where all dials stand alike, all weigh alike: to turn \
            everything up is to turn nothing up.",
    }
    /// The share of all focus, in words.
    attention(share: &str) { da: "{share} af din opmærksomhed", en: "{share} of your attention" }
    /// In place of a mark's note where there is none.
    invite_need {
        da: "Skriv et par ord om, hvad din enhed har brug for nu.",
        en: "Write a few words about what your unit needs now.",
    }
    /// Heading of a mark's note.
    which_need { da: "Hvilket behov?", en: "Which need?" }
    /// "alle fire felter", in the level view; the argument is how many there are.
    all_fields(count: usize) -> &'static str {
        da: { count: 1 => "feltet", 4 => "alle fire felter", _ => "alle felter" },
        en: { count: 1 => "the field", _ => "all fields" },
    }
    /// The level view with the raised marks first.
    raised_first { da: "det, du har skruet mest op for, først", en: "most turned up first" }
    /// Help.
    help { da: "Hjælp", en: "Help" }
    /// The profile is on disk.
    saved { da: "gemt", en: "saved" }
    /// A text is being written that no disk has yet.
    writing { da: "skriver", en: "writing" }
    /// The profile is on its way to the disk.
    saving { da: "gemmer", en: "saving" }
    /// The profile is not on disk, and why.
    not_saved(why: &str) { da: "IKKE GEMT: {why}", en: "NOT SAVED: {why}" }
    /// Another program changed the file; both versions are kept.
    conflict { da: "to udgaver", en: "two versions" }
    /// The choice between the two, with the keys to mine, to theirs and to a merge.
    choose_version(mine: &str, theirs: &str, merge: &str) {
        da: "Et andet program har ændret profilen. Begge udgaver er gemt. {mine}: arbejd videre i din · {theirs}: i den anden · {merge}: flet dem",
        en: "Another program changed the profile. Both versions are kept. {mine}: carry on in yours · {theirs}: in the other · {merge}: merge them",
    }
    /// There is only one version to go on with.
    one_version { da: "Der er kun én udgave af profilen", en: "There is only one version of the profile" }
    /// At the end, while the disk is waited for.
    still_saving(file: &str) {
        da: "gemmer stadig {file} …",
        en: "still saving {file} …",
    }
    /// The own version goes on; the other one is in this file.
    kept_mine(file: &str) {
        da: "Du arbejder videre i din udgave. Den anden ligger i {file}",
        en: "You carry on in your version. The other one is in {file}",
    }
    /// The own version goes on, and the other one is gone.
    kept_only {
        da: "Du arbejder videre i din udgave. Den anden findes ikke længere",
        en: "You carry on in your version. The other one no longer exists",
    }
    /// The other version goes on; the own one stays where it was kept.
    kept_theirs {
        da: "Den anden udgave er åben nu. Din ligger ved siden af",
        en: "The other version is open now. Yours is kept beside it",
    }
    /// The profile is open for reading only.
    read_only { da: "kun læsning", en: "read only" }
    /// The window is too small; the room needed in columns and rows.
    too_small(columns: u16, rows: u16) {
        da: "Vinduet er lidt for lille.\npejl skal bruge mindst\n{columns} tegn i bredden\nog {rows} linjer.",
        en: "The window is a little too small.\npejl needs at least\n{columns} columns\nand {rows} rows.",
    }
    /// First Ctrl+C.
    interrupt_hint {
        da: "Tryk Ctrl+C igen for at afslutte.",
        en: "Press Ctrl+C again to leave.",
    }
    /// How it stands where the disk has all of it.
    all_saved { da: "Alt er gemt.", en: "Everything is saved." }
    /// The profile can be put nowhere, and why; the key that leaves all the same.
    leaves_unsaved(why: &str, key: &str) {
        da: "IKKE GEMT: {why}. Tryk {key} igen inden to sekunder, så lukker pejl, og det sidste går tabt",
        en: "NOT SAVED: {why}. Press {key} again within two seconds and pejl closes, and what came last is lost",
    }
    /// A key that does nothing here, and the key that shows those that do.
    nothing_here(help: &str) {
        da: "Den tast gør ikke noget her. {help} viser tasterne",
        en: "That key does nothing here. {help} shows the keys",
    }
    /// There is nothing more in the direction of a key.
    no_further { da: "Der er ikke mere i den retning", en: "There is no more that way" }
    /// Nothing to undo.
    nothing_to_undo { da: "Der er ikke mere at fortryde", en: "Nothing more to undo" }
    /// Nothing to redo.
    nothing_to_redo { da: "Der er ikke mere at gentage", en: "Nothing more to redo" }
    /// What was undone.
    undone(what: &str) { da: "Fortrudt: {what}", en: "Undone: {what}" }
    /// What was redone.
    redone(what: &str) { da: "Gentaget: {what}", en: "Redone: {what}" }
    /// The rose.
    rose { da: "Rosen", en: "The rose" }
    /// Where nothing is written yet.
    note_placeholder { da: "Skriv frit. Esc gemmer og lukker.", en: "Write freely. Esc keeps and closes." }
    /// A note.
    note { da: "Note", en: "Note" }
    /// Asks for the label of a bearing.
    ask_label {
        da: "Navn på pejlingen (Enter bruger datoen):",
        en: "Name of the bearing (Enter uses the date):",
    }
    /// A bearing was saved on this date.
    bearing_saved(date: Date) {
        da: { format!("Pejling gemt {}", calendar::long(Lang::Da, date)) },
        en: { format!("Bearing saved {}", calendar::long(Lang::En, date)) },
    }
    /// A dial that stands as it did: its title, its value.
    stands_already(title: &str, value: DialValue) {
        da: { format!("{title} står allerede {}", Lang::Da.text().stand(value)) },
        en: { format!("{title} is already {}", Lang::En.text().stand(value)) },
    }
    /// What was written is no date, and why; a date that is one.
    not_a_date(why: NotADate, example: Date) {
        da: {
            let example = calendar::typed(example);
            match why {
                NotADate::NotThere => format!("Den dato findes ikke. Skriv fx {example}"),
                NotADate::NoYear => format!("Skriv året med fire cifre, fx {example}"),
                NotADate::Words => format!("Skriv datoen med tal, fx {example}"),
            }
        },
        en: {
            let example = calendar::typed(example);
            match why {
                NotADate::NotThere => format!("There is no such date. Type for example {example}"),
                NotADate::NoYear => format!("Write the year with four digits, for example {example}"),
                NotADate::Words => format!("Write the date in figures, for example {example}"),
            }
        },
    }
    /// The text takes no more.
    full { da: "Der er ikke plads til mere tekst her", en: "There is no room for more text here" }
    /// Over a page where the English rendering stands under the Danish.
    unofficial_beside {
        da: "uofficiel oversættelse under den danske tekst",
        en: "Under the Danish text: an unofficial translation",
    }
    /// What was sent to the clipboard.
    copied(what: &str) { da: "Sendt til udklipsholderen: {what}", en: "Sent to the clipboard: {what}" }
    /// There is no note to copy.
    no_note {
        da: "Her er ingen note at kopiere. n skriver en.",
        en: "There is no note to copy here. n writes one.",
    }
    /// Beside an English rendering of the framework.
    unofficial { da: "uofficiel oversættelse", en: "unofficial translation" }
    /// The same where there is little room.
    unofficial_short { da: "uofficiel", en: "unofficial" }
    /// Ends of the scale: lowest and highest.
    ends: (&'static str, &'static str) {
        da: ("i baggrunden", "i forgrunden"),
        en: ("in the background", "in the foreground"),
    }
    /// A dial stands at an end and is turned further: at the lowest and at the highest.
    already: (&'static str, &'static str) {
        da: ("Står allerede i baggrunden", "Står allerede i forgrunden"),
        en: ("Already in the background", "Already in the foreground"),
    }
    /// A dial's place in a word.
    stand(value: DialValue) -> &'static str {
        da: {
            match value.get() {
                -5 => "i baggrunden",
                -4..=-1 => "skruet ned",
                0 => "i midten",
                1..=4 => "skruet op",
                _ => "i forgrunden",
            }
        },
        en: {
            match value.get() {
                -5 => "in the background",
                -4..=-1 => "turned down",
                0 => "neutral",
                1..=4 => "turned up",
                _ => "in the foreground",
            }
        },
    }
    /// A date in full.
    date(date: Date) { da: { calendar::long(Lang::Da, date) }, en: { calendar::long(Lang::En, date) } }
    /// A share in per cent; the argument is in 0..1.
    percent(share: f64) {
        da: { format!("{:.0} %", share * 100.0) },
        en: { format!("{:.0}%", share * 100.0) },
    }
    /// Where a dial stood at the bearing of this date.
    stood(date: Date, value: DialValue) {
        da: { format!("pejling {}: {value}", calendar::short(Lang::Da, date)) },
        en: { format!("bearing {}: {value}", calendar::short(Lang::En, date)) },
    }
    /// What the command line says of itself.
    part cli: cli::CliText;
    /// The manual page.
    part manual: manual::ManualText;
    /// What is printed and shared, for what.
    part purpose: purpose::PurposeText;
    /// What goes out to others and comes in from them.
    part share: share::ShareText;
    /// The team screen.
    part team: team::TeamText;
    /// Sharing with the group.
    part sharing: sharing::SharingText;
    /// What the language calls itself.
    language { da: "dansk", en: "English" }
    /// The file of settings.
    part config: config::ConfigText;
    /// `doctor`.
    part doctor: doctor::DoctorText;
    /// Exports.
    part export: export::ExportText;
    /// The welcome.
    part welcome: welcome::WelcomeText;
    /// Two versions of a profile.
    part merge: merge::MergeText;
    /// Profiles.
    part profiles: profiles::ProfilesText;
    /// A team that is presented to itself.
    part present: present::PresentText;
    /// The settings screen.
    part settings: settings::SettingsText;
    /// The mirror's questions.
    part mirror: mirror::MirrorText;
    /// The monthly review.
    part monthly: monthly::MonthlyText;
    /// The lists that are filtered by typing.
    part search: search::SearchText;
    /// Bearings, notes, decisions, steps of undo.
    part bearings: bearing::BearingText;
    /// The dialogue of `pejl --plain`.
    part plain: plain::PlainText;
    /// Names of the actions.
    part actions: actions::Actions;
    /// What each action does, and the other words for it.
    part deeds: deeds::Deeds;
    /// Names of lines of bindings whose actions share one.
    part labels: actions::Labels;
    /// Short names of places.
    part places: actions::Places;
    /// Headings of the places where bindings hold.
    part scopes: actions::Scopes;
}

impl Text {
    /// The framework by whose names things are called: in English its English rendering, where there is one.
    /// What stands over this column of the grid of so many columns, and what it asks (or nothing): as the framework names it,
    /// else, where there are two columns and the fields of each are of one kind, that kind.
    pub fn column<'a>(
        &'a self,
        framework: &'a Framework,
        column: usize,
        columns: usize,
    ) -> Option<(&'a str, &'a str)> {
        let named = self.called(framework);
        if !named.columns.is_empty() {
            let column = named
                .columns
                .get(column)
                .filter(|_| columns == named.columns.len())?;
            return Some((&column.title, column.asks.as_deref().unwrap_or_default()));
        }
        let kind = |column: usize| {
            let mut kinds = framework
                .fields
                .iter()
                .skip(column)
                .step_by(columns)
                .map(|field| field.kind);
            let first = kinds.next()??;
            kinds.all(|kind| kind == Some(first)).then_some(first)
        };
        let kinds = (columns == 2).then(|| Some([kind(0)?, kind(1)?]))??;
        Some(match kinds.get(column)? {
            Kind::Known => self.known,
            Kind::New => self.new,
        })
    }

    fn called<'f>(&self, framework: &'f Framework) -> &'f Framework {
        if self.spoken == Lang::En {
            let english = Framework::built_in_english();
            if english.of() == framework.id {
                return english.names();
            }
        }
        framework
    }
}

/// Words as a sentence begins them: with a capital, unless it is the name of a file.
pub fn capital(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    if first.contains(['.', '/', '\\', ':']) {
        return words.to_owned();
    }
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}

/// A name within a sentence: its first letter small, unless it is an abbreviation.
fn within(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            let rest = &name[first.len_utf8()..];
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests;
