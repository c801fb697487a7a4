//! The one table of bindings. The handler, the hint bar, the help and the documents' tables read it; a test types every
//! documented key back in. Owns which key does what where; not what an action does.

mod key;
mod label;

use super::action::Action;
pub use super::scope::Scope;
use crate::{core::framework::Framework, text::Text};
pub use key::{Key, NotAKey};
pub use label::Label;
use std::sync::{Arc, LazyLock};

/// One line of bindings: one or a few actions that belong together, each with the keys that do it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it holds.
    pub scopes: Vec<Scope>,
    /// What it is called, where the actions share a name.
    pub label: Option<Label>,
    /// Rank in the hint bar, lowest first to stay; `None` is never hinted.
    pub hint: Option<u8>,
    /// The actions and their keys, the first key being the one that is shown first.
    pub actions: Vec<(Action, Vec<Key>)>,
}

/// Actions and the names of their keys, as the table writes them.
type Written = &'static [(Action, &'static [&'static str])];

/// One line of the table.
struct Line {
    /// Where it holds, in groups.
    scopes: &'static [&'static [Scope]],
    label: Option<Label>,
    hint: Option<u8>,
    actions: Written,
}

use Action::*;
use Scope::{Everywhere, Field, Home, Mark, Prompt, Reading};

/// The arrows, and their letters.
const ARROWS: &[(Action, &[&str])] = &[
    (Left, &["Left", "h"]),
    (Up, &["Up", "k"]),
    (Down, &["Down", "j"]),
    (Right, &["Right", "l"]),
];

/// A line of one action, called as the action.
const fn row(scopes: &'static [&'static [Scope]], hint: Option<u8>, actions: Written) -> Line {
    Line {
        scopes,
        label: None,
        hint,
        actions,
    }
}

/// A line of actions that share a name.
const fn group(
    label: Label,
    scopes: &'static [&'static [Scope]],
    hint: Option<u8>,
    actions: Written,
) -> Line {
    Line {
        scopes,
        label: Some(label),
        hint,
        actions,
    }
}

/// Where one dial is selected, and it or its number is on the screen.
const DIALS: &[Scope] = &[Field, Mark, Scope::Levels, Scope::Rose];

/// Where there is a text to scroll.
const TEXTS: &[Scope] = &[Reading, Scope::Compare, Scope::TeamMark];

/// The lists that are filtered by typing.
const TYPED: &[Scope] = &[Scope::Search, Scope::Commands];

/// Where there is a list to move in.
const LISTS: &[Scope] = &[
    Scope::Bearings,
    Scope::Bearing,
    Scope::Decisions,
    Scope::Decision,
    Scope::Picks,
    Scope::Mirror,
    Scope::Settings,
    Scope::Profiles,
    Scope::Merge,
    Scope::Export,
    Scope::Team,
    Scope::PresentEnd,
    Scope::Two,
];

/// Those of them that are about bearings.
const BEARINGS: &[Scope] = &[Scope::Bearings, Scope::Bearing];

/// Those that are about decisions.
const DECISIONS: &[Scope] = &[Scope::Decisions, Scope::Decision];

/// The others, but for those that are left or filtered by level in a way of their own.
const OTHER_LISTS: &[Scope] = &[
    Scope::Picks,
    Scope::Mirror,
    Scope::Settings,
    Scope::Profiles,
    Scope::Export,
    Scope::Two,
];

/// The first screens.
const WELCOME: &[Scope] = &[Scope::Welcome, Scope::YourLevel, Scope::FirstDial];

/// The monthly review.
const MONTHLY: &[Scope] = &[Scope::Monthly, Scope::MonthlyMark];

/// Ranks in the hint bar of one place that are not those of the line: what one does most there has its room first.
const RANKS: &[(Scope, Action, u8)] = &[
    (Scope::Bearings, Pick, 3),
    (Scope::Bearings, Compare, 3),
    (Scope::Bearings, Restore, 4),
    (Scope::Bearings, Delete, 5),
    (Scope::Bearings, Rename, 5),
    (Scope::Bearings, SaveBearing, 6),
    (Scope::Bearings, Quit, 7),
    (Scope::Bearing, Compare, 4),
    (Scope::Bearing, Restore, 5),
    (Scope::Rose, MonthlyReview, 5),
    (Scope::Field, PageDown, 5),
    (Scope::Mark, PageDown, 4),
    (Scope::FirstDial, PageDown, 4),
    (Scope::Monthly, PageDown, 4),
    (Scope::MonthlyMark, PageDown, 4),
];

/// Every binding there is, in the order of the hint bar and the help.
#[rustfmt::skip]
const TABLE: &[Line] = &[
    row(&[&[Home, Scope::Rose]], Some(3), &[(MonthlyReview, &["Space"])]),
    group(Label::ChooseField, &[&[Home]], Some(1), ARROWS),
    group(Label::ChooseMark, &[&[Field]], Some(1), ARROWS),
    group(Label::ChooseMark, &[&[Scope::Rose]], Some(1), &[(Up, &["Up", "k"]), (Down, &["Down", "j"])]),
    group(Label::Turn, &[&[Mark, Scope::FirstDial, Scope::MonthlyMark]], Some(1), &[(TurnUp, &["Up", "k", "+", "="]), (TurnDown, &["Down", "j", "-"])]),
    group(Label::Neighbour, &[&[Mark, Scope::TeamMark]], Some(2), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::Neighbour, &[&[Scope::FirstDial]], Some(6), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    row(&[&[Mark]], Some(3), &[(Note, &["Enter", "n"])]),
    group(Label::Ends, &[&[Mark, Scope::FirstDial, Scope::MonthlyMark]], None, &[(ToMin, &["Home"]), (ToMax, &["End"])]),
    group(Label::SetTo, &[&[Mark, Scope::FirstDial, Scope::MonthlyMark]], None,
        &[(SetTo(1), &["1"]), (SetTo(2), &["2"]), (SetTo(3), &["3"]), (SetTo(4), &["4"]), (SetTo(5), &["5"])]),
    group(Label::OtherLevel, &[&[Scope::Levels]], Some(1), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::ChooseMark, &[&[Scope::Levels]], Some(3), &[(Up, &["Up", "k"]), (Down, &["Down", "j"])]),
    group(Label::ChooseMark, &[TYPED], Some(3), &[(Up, &["Up"]), (Down, &["Down"])]),
    group(Label::GoTo, &[&[Scope::Search]], Some(1), &[(Choose, &["Enter"])]),
    group(Label::Run, &[&[Scope::Commands]], Some(1), &[(Choose, &["Enter"])]),
    row(&[TYPED], Some(2), &[(Back, &["Esc"])]),
    group(Label::Scroll, &[&[Reading]], Some(1), &[(Up, &["Up", "k"]), (Down, &["Down", "j"])]),
    group(Label::ChooseLine, &[LISTS, &[Scope::YourLevel, Scope::Monthly]], Some(1), &[(Up, &["Up", "k"]), (Down, &["Down", "j"])]),
    group(Label::Scroll, &[&[Scope::Compare, Scope::TeamMark]], Some(3), &[(Up, &["Up", "k"]), (Down, &["Down", "j"])]),
    group(Label::OlderNewer, &[&[Scope::Rose, Scope::Compare, Scope::Bearing]], Some(4), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    row(&[&[Home, Field, Scope::Levels, Scope::Rose], BEARINGS, DECISIONS, &[Scope::Profiles, Scope::Team, Scope::TeamMark, Scope::Two]], Some(2),
        &[(Open, &["Enter"])]),
    row(&[&[Scope::Picks]], Some(0), &[(Pick, &["Enter", "Space"])]),
    group(Label::Answer, &[&[Scope::Mirror]], Some(2), &[(Open, &["Enter"])]),
    group(Label::InWords, &[&[Scope::Mirror]], Some(4), &[(Note, &["n"])]),
    row(&[&[Scope::Mirror]], Some(3), &[(PutAway, &["x", "Delete"])]),
    group(Label::ChooseToCompare, &[&[Scope::Bearings]], Some(4), &[(Pick, &["Space"])]),
    group(Label::Change, &[&[Scope::Settings]], Some(0), &[(Left, &["Left", "h"]), (Right, &["Right", "l"]), (Open, &["Enter"])]),
    row(&[&[Scope::Settings]], None, &[(InCells, &["g"])]),
    group(Label::Change, &[&[Scope::Export]], Some(1), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    row(&[&[Scope::Export]], Some(3), &[(Pick, &["Space"])]),
    group(Label::GoesAlong, &[&[Scope::Export]], Some(2), &[(Next, &["Tab"]), (Previous, &["Shift+Tab"])]),
    group(Label::Sort, &[&[Scope::Team]], Some(3), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::ChooseVersion, &[&[Scope::Merge]], Some(1), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::KeepMerged, &[&[Scope::Merge]], Some(1), &[(KeepMerged, &["Enter"])]),
    group(Label::LeaveBoth, &[&[Scope::Merge]], Some(2), &[(Back, &["Esc", "Backspace"])]),
    group(Label::ChooseAll, &[&[Scope::Merge]], Some(2), &[(AllMine, &["A"]), (AllTheirs, &["B"])]),
    group(Label::KeepBoth, &[&[Scope::Merge]], Some(2), &[(Pick, &["Space"])]),
    group(Label::MarksPeople, &[&[Scope::Team]], Some(3), &[(Next, &["Tab"]), (Previous, &["Shift+Tab"])]),
    row(&[&[Scope::Two]], Some(3), &[(Note, &["n"])]),
    row(&[&[Scope::Two]], Some(4), &[(AllMarks, &["a"])]),
    row(&[&[Scope::Team, Scope::TeamMark]], Some(4), &[(HideNames, &["n"])]),
    row(&[&[Scope::Team]], Some(5), &[(Levels, &["v"])]),
    row(&[&[Scope::Team]], Some(6), &[(Unit, &["g"])]),
    row(&[&[Scope::Team]], Some(5), &[(ReadAgain, &["r"])]),
    group(Label::ShareMine, &[&[Scope::Team]], Some(2), &[(Share, &["L"])]),
    row(&[&[Scope::Team]], None, &[(TakeBack, &["x", "Delete"])]),
    row(&[&[Scope::Team]], Some(2), &[(Present, &["F5"])]),
    row(&[&[Scope::Present]], Some(1), &[(ShowAll, &["Space"])]),
    group(Label::Neighbour, &[&[Scope::Present]], Some(1), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::Agreed, &[&[Scope::Present]], Some(1), &[(Note, &["n"])]),
    group(Label::SkipMark, &[&[Scope::Present]], Some(4), &[(PutAway, &["x"])]),
    row(&[&[Scope::Present]], Some(5), &[(Sort, &["o"])]),
    row(&[&[Scope::Present]], Some(8), &[(ReadAgain, &["r", "F5"])]),
    group(Label::Neighbour, &[&[Scope::Present]], None, &[(PageUp, &["PgUp"]), (PageDown, &["PgDn"])]),
    group(Label::FirstLast, &[&[Scope::Present]], None, &[(First, &["Home"]), (Last, &["End"])]),
    group(Label::EndPresentation, &[&[Scope::Present]], Some(1), &[(Back, &["Esc", "Backspace"])]),
    group(Label::Sheet, &[&[Scope::PresentEnd]], Some(1), &[(Open, &["Enter"]), (Export, &["e"])]),
    group(Label::BackToMarks, &[&[Scope::PresentEnd]], Some(3), &[(Left, &["Left", "h"])]),
    row(&[&[Scope::PresentEnd]], Some(1), &[(DecideAgreed, &["d"])]),
    group(Label::EndGathering, &[&[Scope::PresentEnd]], Some(1), &[(PutAway, &["x"])]),
    group(Label::WriteFile, &[&[Scope::Export]], Some(0), &[(Open, &["Enter"])]),
    group(Label::CopyPath, &[&[Scope::Export]], Some(6), &[(Copy, &["y"])]),
    group(Label::Scroll, &[&[Scope::Welcome]], None, &[(Up, &["Up", "k"]), (Down, &["Down", "j"])]),
    group(Label::Onward, &[&[Scope::Welcome, Scope::YourLevel], MONTHLY], Some(1), &[(Open, &["Enter"])]),
    group(Label::BackOnward, &[MONTHLY], Some(2), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::BackOnward, &[&[Scope::YourLevel]], Some(3), &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::BackOnward, &[&[Scope::Welcome]], None, &[(Left, &["Left", "h"]), (Right, &["Right", "l"])]),
    group(Label::PageBack, &[&[Scope::YourName, Scope::FirstDial]], Some(3), &[(Previous, &["Shift+Tab"])]),
    group(Label::PageBack, &[&[Scope::Welcome, Scope::YourLevel]], None, &[(Previous, &["Shift+Tab"])]),
    group(Label::OtherPart, &[MONTHLY], Some(5), &[(Next, &["Tab"]), (Previous, &["Shift+Tab"])]),
    group(Label::Onward, &[&[Scope::YourName]], Some(1), &[(Keep, &["Enter"])]),
    group(Label::SkipRest, &[&[Scope::YourName]], Some(2), &[(Leave, &["Esc"])]),
    group(Label::Begin, &[&[Scope::FirstDial]], Some(2), &[(Open, &["Enter"])]),
    group(Label::SkipRest, &[WELCOME], Some(2), &[(Back, &["Esc", "Backspace"])]),
    group(Label::LeaveReview, &[MONTHLY], Some(0), &[(Back, &["Esc", "Backspace"])]),
    group(Label::TurnField, &[&[Home]], Some(6), &[(TurnUp, &["+", "="]), (TurnDown, &["-"])]),
    group(Label::Turn, &[&[Field, Scope::Levels, Scope::Rose]], Some(3), &[(TurnUp, &["+", "="]), (TurnDown, &["-"])]),
    group(Label::Turn, &[TEXTS, LISTS, &[Scope::Monthly, Scope::Present]], None, &[(TurnUp, &["+", "="]), (TurnDown, &["-"])]),
    row(&[&[Home, Scope::MonthlyMark], DIALS], Some(6), &[(Neutral, &["0", "Delete"])]),
    group(Label::FieldByNumber, &[&[Home]], None,
        &[(GoField(1), &["1"]), (GoField(2), &["2"]), (GoField(3), &["3"]), (GoField(4), &["4"])]),
    group(Label::FieldsBeyond, &[&[Home]], None,
        &[(GoField(5), &["5"]), (GoField(6), &["6"]), (GoField(7), &["7"]), (GoField(8), &["8"]), (GoField(9), &["9"])]),
    group(Label::ThroughFields, &[&[Home]], None, &[(Next, &["Tab"]), (Previous, &["Shift+Tab"])]),
    group(Label::ThroughAll, &[DIALS], None,
        &[(Next, &["Tab"]), (Previous, &["Shift+Tab"])]),
    group(Label::FirstLast, &[&[Home, Field, Scope::Levels, Scope::Rose, Scope::Monthly], TYPED, TEXTS, LISTS], None,
        &[(First, &["Home"]), (Last, &["End"])]),
    group(Label::Scroll, &[&[Field, Mark, Scope::Levels, Scope::Rose], MONTHLY, TYPED, TEXTS, LISTS, WELCOME], None,
        &[(PageUp, &["PgUp"]), (PageDown, &["PgDn"])]),
    row(&[DIALS, TEXTS, BEARINGS, DECISIONS, OTHER_LISTS, &[Scope::Team, Scope::PresentEnd]], Some(0), &[(Back, &["Esc", "Backspace"])]),
    row(&[&[Scope::Levels]], Some(5), &[(Order, &["r"])]),
    row(&[&[Field, Scope::Levels, Scope::Rose, Scope::MonthlyMark]], Some(4), &[(Note, &["n"])]),
    row(&[&[Home], BEARINGS], Some(8), &[(Note, &["n"])]),
    row(&[&[Mark]], None, &[(Documents, &["m"])]),
    row(&[&[Scope::Note]], None, &[(Documents, &["Ctrl+T"])]),
    row(&[&[Mark]], None, &[(Enriches, &["g"])]),
    row(&[&[Home, Scope::Compare, Scope::Mirror, Field, Scope::Levels, Scope::Rose], BEARINGS, DECISIONS], Some(4), &[(SaveBearing, &["s"])]),
    row(&[&[Mark]], Some(2), &[(SaveBearing, &["s"])]),
    row(&[&[Reading, Scope::Picks, Scope::Settings, Scope::Profiles, Scope::Merge, Scope::Export, Scope::Team, Scope::Present, Scope::PresentEnd, Scope::TeamMark, Scope::Two], MONTHLY], None, &[(SaveBearing, &["s"])]),
    row(&[BEARINGS], Some(6), &[(Ghost, &["g"])]),
    group(Label::Restore, &[BEARINGS], Some(8), &[(Restore, &["r"])]),
    row(&[BEARINGS], Some(9), &[(Rename, &["m"])]),
    row(&[BEARINGS, DECISIONS, &[Scope::Profiles]], Some(9), &[(Delete, &["x", "Delete"])]),
    row(&[BEARINGS], Some(11), &[(Review, &["a"])]),
    row(&[DECISIONS], Some(3), &[(NewDecision, &["n"])]),
    row(&[&[Home, Field, Mark, Scope::Levels]], Some(8), &[(Levels, &["v"])]),
    row(&[&[Scope::Rose], TEXTS, BEARINGS, DECISIONS, OTHER_LISTS, &[Scope::Merge]], None, &[(Levels, &["v"])]),
    row(&[&[Home, Field, Mark, Scope::Levels]], Some(9), &[(Rose, &["o"])]),
    row(&[TEXTS, LISTS], None, &[(Rose, &["o"])]),
    row(&[&[Home], DIALS], Some(12), &[(Foreword, &["i"])]),
    row(&[&[Home], DIALS], Some(13), &[(Copy, &["y"])]),
    row(&[&[Scope::Monthly]], None, &[(Copy, &["y"])]),
    row(&[DIALS], None, &[(CopyNote, &["Y"])]),
    row(&[&[Scope::Note, Scope::Agreement]], Some(1), &[(Keep, &["Esc", "Ctrl+S"])]),
    row(&[&[Prompt]], Some(1), &[(Keep, &["Enter"])]),
    row(&[&[Prompt]], Some(2), &[(Leave, &["Esc"])]),
    row(&[&[Everywhere]], Some(9), &[(Bearings, &["b"])]),
    row(&[&[Everywhere]], Some(10), &[(Compare, &["c"])]),
    row(&[&[Everywhere]], Some(13), &[(Decisions, &["d"])]),
    row(&[&[Everywhere]], Some(12), &[(Mirror, &["w"])]),
    row(&[&[Everywhere]], Some(10), &[(Undo, &["u", "Ctrl+Z"])]),
    row(&[&[Everywhere]], None, &[(Redo, &["Ctrl+R", "Ctrl+Y"])]),
    row(&[&[Everywhere]], Some(2), &[(Help, &["?", "F1"])]),
    row(&[&[Everywhere]], Some(5), &[(Find, &["f", "/"])]),
    row(&[&[Everywhere]], Some(11), &[(Palette, &[":", "Ctrl+P"])]),
    row(&[&[Everywhere]], Some(3), &[(Quit, &["q"])]),
    row(&[&[Everywhere]], None, &[(KeepMine, &["A"])]),
    row(&[&[Everywhere]], None, &[(KeepTheirs, &["B"])]),
    row(&[&[Everywhere]], None, &[(Merge, &["C"])]),
    row(&[&[Everywhere]], None, &[(Welcome, &[])]),
    row(&[&[Everywhere]], None, &[(Profiles, &["p"])]),
    row(&[&[Everywhere]], None, &[(Team, &["t"])]),
    row(&[&[Everywhere]], None, &[(Share, &[])]),
    row(&[&[Everywhere]], None, &[(Export, &["e"])]),
    row(&[&[Everywhere]], None, &[(Settings, &[","])]),
    row(&[&[Everywhere]], None, &[(Glyphs, &[])]),
    row(&[&[Everywhere]], None, &[(Interrupt, &["Ctrl+C"])]),
];

impl Row {
    /// Its rank in the hint bar of a place, lowest first to stay; nothing where it is not hinted.
    pub fn rank(&self, scope: Scope) -> Option<u8> {
        let own = |(of, action, _): &&(Scope, Action, u8)| *of == scope && self.has(*action);
        let own = RANKS.iter().find(own);
        own.map_or(self.hint, |(.., rank)| Some(*rank))
    }

    /// What the line is called.
    pub fn name(&self, text: &Text) -> &'static str {
        match (self.label, &self.actions[..]) {
            (Some(label), _) => label.name(text),
            (None, [(action, _), ..]) => action.name(text),
            (None, []) => "",
        }
    }

    /// True where it has this action.
    pub fn has(&self, action: Action) -> bool {
        self.actions.iter().any(|(own, _)| *own == action)
    }

    /// All keys as the help shows them: the first of each action, and the others in brackets.
    pub fn written_keys(&self) -> String {
        let written = |keys: &mut dyn Iterator<Item = Key>| {
            keys.map(|key| key.to_string()).collect::<Vec<_>>().join(" ")
        };
        let (first, others) = (written(&mut self.first_keys()), written(&mut self.other_keys()));
        if others.is_empty() {
            first
        } else {
            format!("{first}  ({others})")
        }
    }

    /// The first key of each action, as the hint bar shows them.
    pub fn first_keys(&self) -> impl Iterator<Item = Key> {
        self.actions.iter().filter_map(|(_, keys)| keys.first().copied())
    }

    /// The other keys that do the same.
    pub fn other_keys(&self) -> impl Iterator<Item = Key> {
        self.actions
            .iter()
            .flat_map(|(_, keys)| keys.iter().skip(1).copied())
    }

    fn is_text(&self) -> bool {
        self.scopes.iter().any(|scope| scope.is_text())
    }
}

/// What each key does where: the table with the reader's own keys in it. A copy is the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    rows: Arc<[Row]>,
    bindings: Arc<[(Scope, Key, Action)]>,
}

/// A key that would have two meanings in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The key.
    pub key: Key,
    /// The action that the reader gave the key.
    pub action: Action,
    /// The action that has it.
    pub other: Action,
    /// Where both would hold.
    pub scope: Scope,
}

impl Default for Keymap {
    fn default() -> Self {
        static TABLED: LazyLock<Keymap> = LazyLock::new(|| {
            let rows = TABLE.iter().map(|line| Row {
                scopes: line.scopes.concat(),
                label: line.label,
                hint: line.hint,
                actions: line
                    .actions
                    .iter()
                    .map(|(action, keys)| {
                        let keys = keys.iter().filter_map(|key| Key::parse(key).ok());
                        (*action, keys.collect())
                    })
                    .collect(),
            });
            Keymap::of(rows.collect())
        });
        TABLED.clone()
    }
}

impl Keymap {
    fn of(rows: Vec<Row>) -> Self {
        let mut bindings = Vec::new();
        for row in &rows {
            for (action, keys) in &row.actions {
                for key in keys {
                    bindings.extend(row.scopes.iter().map(|scope| (*scope, *key, *action)));
                }
            }
        }
        Self {
            rows: rows.into(),
            bindings: bindings.into(),
        }
    }

    /// The default with the reader's own keys for some actions.
    ///
    /// The own keys come in the place of those that an action has wherever it holds; a key that it has in one place
    /// only, as ↑ turns in a mark, stays. Where a text is being written, keys that are text do nothing, and an action
    /// that would be left without a key there keeps its own.
    ///
    /// # Errors
    /// The first key that would have two meanings in one place. One that holds everywhere and one that holds there are
    /// two as well, unless the default has it so.
    pub fn with(own: &[(Action, Vec<Key>)]) -> Result<Self, Clash> {
        let default = Self::default();
        let mut rows = default.rows.to_vec();
        for (action, keys) in own {
            let common = own_keys(&rows, *action);
            for row in &mut rows {
                let is_text = row.is_text();
                for (_, of_row) in row.actions.iter_mut().filter(|(other, _)| other == action) {
                    let first = of_row.iter().position(|key| common.contains(key)).unwrap_or(0);
                    let mut now: Vec<Key> = of_row.clone();
                    let fit = keys.iter().copied().filter(|key| !is_text || !key.is_text());
                    now.splice(first..first, fit);
                    now.retain(|key| keys.contains(key) || !common.contains(key));
                    dedup(&mut now);
                    if !(is_text && now.is_empty()) {
                        *of_row = now;
                    }
                }
            }
        }
        let keymap = Self::of(rows);
        match keymap.clash(&default.bindings, own) {
            Some(clash) => Err(clash),
            None => Ok(keymap),
        }
    }

    /// The same without the actions that the framework gives no cause for.
    #[must_use]
    pub fn of_framework(&self, framework: &Framework) -> Self {
        if Action::ALL.iter().all(|action| action.is_in(framework)) {
            return self.clone();
        }
        let row = |row: &Row| {
            let mut row = row.clone();
            row.actions.retain(|(action, _)| action.is_in(framework));
            (!row.actions.is_empty()).then_some(row)
        };
        Self::of(self.rows.iter().filter_map(row).collect())
    }

    fn clash(&self, default: &[(Scope, Key, Action)], own: &[(Action, Vec<Key>)]) -> Option<Clash> {
        for (action, keys) in own {
            for (scope, key, _) in self
                .bindings
                .iter()
                .filter(|(_, key, of)| of == action && keys.contains(key))
            {
                let here = |other: Scope| {
                    other == *scope
                        || other == Everywhere && (!scope.is_text() || key.is_never_text())
                        || *scope == Everywhere && !other.is_text()
                };
                let two = self.bindings.iter().find(|(other_scope, other_key, other)| {
                    other_key == key && other != action && here(*other_scope)
                });
                if let Some((other_scope, _, other)) = two {
                    let narrower = if *scope == Everywhere {
                        *other_scope
                    } else {
                        *scope
                    };
                    let was_so = default.contains(&(*scope, *key, *action))
                        && default.contains(&(*other_scope, *key, *other));
                    if !was_so {
                        return Some(Clash {
                            key: *key,
                            action: *action,
                            other: *other,
                            scope: narrower,
                        });
                    }
                }
            }
        }
        None
    }

    /// Every line of bindings with the keys that hold now, in the order of the hint bar and the help.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The key of an action that is shown first, where it has one.
    pub fn key_of(&self, action: Action) -> Option<Key> {
        self.bindings
            .iter()
            .find(|(.., bound)| *bound == action)
            .map(|(_, key, _)| *key)
    }

    /// The keys of an action as they are shown: those of this scope, else those that hold everywhere, else those of
    /// any scope that has it.
    pub fn keys(&self, action: Action, scope: Scope) -> String {
        let of = |wanted: Scope| {
            let keys = self
                .bindings
                .iter()
                .filter(|(scope, _, bound)| *scope == wanted && *bound == action);
            keys.map(|(_, key, _)| key.to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let scopes = [scope, Everywhere].into_iter().chain(Scope::ALL.iter().copied());
        scopes.map(of).find(|keys| !keys.is_empty()).unwrap_or_default()
    }

    /// The keys that an action has wherever it holds: those that [`Keymap::with`] exchanges.
    pub fn own_keys(&self, action: Action) -> Vec<Key> {
        own_keys(&self.rows, action)
    }

    /// What a key does in a scope: the scope's own binding, else the one that holds everywhere. Where a text is being
    /// written only Ctrl+C and the function keys hold everywhere, the rest is the text's.
    pub fn action(&self, scope: Scope, key: Key) -> Option<Action> {
        let everywhere = !scope.is_text() || key.is_never_text();
        let bound = |wanted: Scope| {
            let found = self
                .bindings
                .iter()
                .find(|(scope, bound, _)| *scope == wanted && *bound == key)?;
            Some(found.2)
        };
        bound(scope).or_else(|| bound(Everywhere).filter(|_| everywhere))
    }
}

/// Leaves the first of each key.
fn dedup(keys: &mut Vec<Key>) {
    let mut seen = Vec::new();
    keys.retain(|key| {
        !seen.contains(key) && {
            seen.push(*key);
            true
        }
    });
}

/// The keys that an action has in every row it is in; a letter need not be there where a text is written.
fn own_keys(rows: &[Row], action: Action) -> Vec<Key> {
    let of_rows: Vec<(bool, &Vec<Key>)> = rows
        .iter()
        .flat_map(|row| row.actions.iter().map(|(of, keys)| (row.is_text(), *of, keys)))
        .filter(|(_, of, _)| *of == action)
        .map(|(is_text, _, keys)| (is_text, keys))
        .collect();
    let mut own: Vec<Key> = of_rows
        .iter()
        .flat_map(|(_, keys)| keys.iter().copied())
        .collect();
    own.retain(|key| {
        let has = |(is_text, keys): &(bool, &Vec<Key>)| keys.contains(key) || *is_text && key.is_text();
        of_rows.iter().all(has)
    });
    dedup(&mut own);
    own
}

#[cfg(test)]
mod tests;
