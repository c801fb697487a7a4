//! What a leader can do, by name. Says nothing of the keys that do it (`keymap`) or of what happens (`update`).

use crate::{
    core::framework::Framework,
    text::{Lang, Text, deeds::Deed},
};

/// One thing a leader can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Move up.
    Up,
    /// Move down.
    Down,
    /// Move left.
    Left,
    /// Move right.
    Right,
    /// Go in.
    Open,
    /// Go out.
    Back,
    /// The selected dial one detent up; at home the field's dials.
    TurnUp,
    /// The selected dial one detent down; at home the field's dials.
    TurnDown,
    /// The dial to its lowest detent.
    ToMin,
    /// The dial to its highest detent.
    ToMax,
    /// Back to neutral.
    Neutral,
    /// To this detent, 1 to 5; where it stands there already, to the negative of it.
    SetTo(u8),
    /// First of a list, top of a text.
    First,
    /// Last of a list, end of a text.
    Last,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// Go to the field with this number, counted from 1.
    GoField(u8),
    /// The next mark through all; at home the next field.
    Next,
    /// The previous mark through all; at home the previous field.
    Previous,
    /// The monthly review: a guided path, picked up where it was left.
    MonthlyReview,
    /// The level view; within it between the field and the whole framework.
    Levels,
    /// In the level view: the document's order or the raised first.
    Order,
    /// The rose: the whole profile as one picture.
    Rose,
    /// The note of the selected mark.
    Note,
    /// Save a bearing.
    SaveBearing,
    /// The bearings over time.
    Bearings,
    /// Compare: the dials now with the last bearing, or what is chosen in the list.
    Compare,
    /// Which bearing is the ghost on every dial.
    Ghost,
    /// Turn every dial back to where it stood.
    Restore,
    /// Give it another name.
    Rename,
    /// Take it away.
    Delete,
    /// When to look at the profile again.
    Review,
    /// The decisions since the last bearing.
    Decisions,
    /// Write a decision down.
    NewDecision,
    /// Which connected documents a mark's note is tagged with.
    Documents,
    /// Which operations marks a mark enriches.
    Enriches,
    /// Pick or leave what is selected.
    Pick,
    /// Keep what is being written.
    Keep,
    /// Leave what is being written as it was.
    Leave,
    /// The foreword.
    Foreword,
    /// After another program changed the profile's file: go on with what is open here.
    KeepMine,
    /// The same: go on with what the other program wrote.
    KeepTheirs,
    /// Merge two versions of a profile, difference by difference.
    Merge,
    /// In a merge: what is open here goes on at every difference.
    AllMine,
    /// In a merge: what the other version has goes on at every difference.
    AllTheirs,
    /// Keep what the merge made.
    KeepMerged,
    /// The welcome of the first start.
    Welcome,
    /// The profiles.
    Profiles,
    /// Write what is here out in another format.
    Export,
    /// Colleagues side by side.
    Team,
    /// Read colleagues' profiles again.
    ReadAgain,
    /// One unit of the team, or all.
    Unit,
    /// The team with names or without.
    HideNames,
    /// All marks, or those alone on which two stand apart.
    AllMarks,
    /// Put one's own dials into the team's folder.
    Share,
    /// Take them out of it.
    TakeBack,
    /// The team presented to itself.
    Present,
    /// Everyone's dots on a mark, or covered again.
    ShowAll,
    /// Another order of the marks.
    Sort,
    /// What was agreed becomes decisions.
    DecideAgreed,
    /// The settings.
    Settings,
    /// Dials in another of the ways there are.
    Glyphs,
    /// Dials in cells instead of pictures, for a terminal that shows nothing of these.
    InCells,
    /// The help.
    Help,
    /// All actions, to be carried out by name.
    Palette,
    /// Find in the framework's and the leader's own texts.
    Find,
    /// Carry the selected entry of a list out.
    Choose,
    /// The selected mark's text to the clipboard.
    Copy,
    /// The selected mark's note to the clipboard.
    CopyNote,
    /// The questions of the mirror.
    Mirror,
    /// Put the selected question of the mirror away, or take it out again.
    PutAway,
    /// Take the last change back.
    Undo,
    /// Carry it out again.
    Redo,
    /// Leave the program.
    Quit,
    /// Ctrl+C: a hint first, leave at the second within two seconds.
    Interrupt,
}

/// The parts of the help, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// What means something on one screen: moving, turning, choosing.
    Here,
    /// Every day.
    Daily,
    /// Looking back.
    LookingBack,
    /// With others.
    Together,
    /// What is seldom needed, or not yet.
    More,
}

impl Action {
    /// Every action once, fields up to the ninth.
    pub const ALL: &[Action] = &[
        Action::Up,
        Action::Down,
        Action::Left,
        Action::Right,
        Action::Open,
        Action::Back,
        Action::TurnUp,
        Action::TurnDown,
        Action::ToMin,
        Action::ToMax,
        Action::Neutral,
        Action::SetTo(1),
        Action::SetTo(2),
        Action::SetTo(3),
        Action::SetTo(4),
        Action::SetTo(5),
        Action::First,
        Action::Last,
        Action::PageUp,
        Action::PageDown,
        Action::GoField(1),
        Action::GoField(2),
        Action::GoField(3),
        Action::GoField(4),
        Action::GoField(5),
        Action::GoField(6),
        Action::GoField(7),
        Action::GoField(8),
        Action::GoField(9),
        Action::Next,
        Action::Previous,
        Action::MonthlyReview,
        Action::Levels,
        Action::Order,
        Action::Rose,
        Action::Note,
        Action::SaveBearing,
        Action::Bearings,
        Action::Compare,
        Action::Ghost,
        Action::Restore,
        Action::Rename,
        Action::Delete,
        Action::Review,
        Action::Decisions,
        Action::NewDecision,
        Action::Documents,
        Action::Enriches,
        Action::Pick,
        Action::Keep,
        Action::Leave,
        Action::Foreword,
        Action::KeepMine,
        Action::KeepTheirs,
        Action::Merge,
        Action::AllMine,
        Action::AllTheirs,
        Action::KeepMerged,
        Action::Welcome,
        Action::Profiles,
        Action::Export,
        Action::Team,
        Action::ReadAgain,
        Action::Unit,
        Action::HideNames,
        Action::AllMarks,
        Action::Share,
        Action::TakeBack,
        Action::Present,
        Action::ShowAll,
        Action::Sort,
        Action::DecideAgreed,
        Action::Settings,
        Action::Help,
        Action::Palette,
        Action::Find,
        Action::Choose,
        Action::Copy,
        Action::CopyNote,
        Action::Mirror,
        Action::PutAway,
        Action::Undo,
        Action::Redo,
        Action::Quit,
        Action::Interrupt,
        Action::Glyphs,
        Action::InCells,
    ];

    /// What it is called on the screen.
    pub fn name(self, text: &Text) -> &'static str {
        let names = &text.actions;
        match self {
            Action::Up => names.up,
            Action::Down => names.down,
            Action::Left => names.left,
            Action::Right => names.right,
            Action::Open => names.open,
            Action::Back => names.back,
            Action::TurnUp => names.turn_up,
            Action::TurnDown => names.turn_down,
            Action::ToMin => names.to_min,
            Action::ToMax => names.to_max,
            Action::Neutral => names.neutral,
            Action::SetTo(_) => names.set_to,
            Action::First => names.first,
            Action::Last => names.last,
            Action::PageUp => names.page_up,
            Action::PageDown => names.page_down,
            Action::GoField(_) => names.go_field,
            Action::Next => names.next,
            Action::Previous => names.previous,
            Action::MonthlyReview => names.monthly_review,
            Action::Levels => names.levels,
            Action::Order => names.order,
            Action::Rose => names.rose,
            Action::Note => names.note,
            Action::SaveBearing => names.save_bearing,
            Action::Bearings => names.bearings,
            Action::Compare => names.compare,
            Action::Ghost => names.ghost,
            Action::Restore => names.restore,
            Action::Rename => names.rename,
            Action::Delete => names.delete,
            Action::Review => names.review,
            Action::Decisions => names.decisions,
            Action::NewDecision => names.new_decision,
            Action::Documents => names.documents,
            Action::Enriches => names.enriches,
            Action::Pick => names.pick,
            Action::Keep => names.keep,
            Action::Leave => names.leave,
            Action::Foreword => names.foreword,
            Action::KeepMine => names.keep_mine,
            Action::KeepTheirs => names.keep_theirs,
            Action::Merge => names.merge,
            Action::AllMine => names.all_mine,
            Action::AllTheirs => names.all_theirs,
            Action::KeepMerged => names.keep_merged,
            Action::Welcome => names.welcome,
            Action::Profiles => names.profiles,
            Action::Export => names.export,
            Action::Team => names.team,
            Action::ReadAgain => names.read_again,
            Action::Unit => names.unit,
            Action::HideNames => names.hide_names,
            Action::AllMarks => names.all_marks,
            Action::Share => names.share,
            Action::TakeBack => names.take_back,
            Action::Present => names.present,
            Action::ShowAll => names.show_all,
            Action::Sort => names.sort,
            Action::DecideAgreed => names.decide_agreed,
            Action::Settings => names.settings,
            Action::Glyphs => names.glyphs,
            Action::InCells => names.in_cells,
            Action::Help => names.help,
            Action::Palette => names.palette,
            Action::Find => names.find,
            Action::Choose => names.choose,
            Action::Copy => names.copy,
            Action::CopyNote => names.copy_note,
            Action::Mirror => names.mirror,
            Action::PutAway => names.put_away,
            Action::Undo => names.undo,
            Action::Redo => names.redo,
            Action::Quit => names.quit,
            Action::Interrupt => names.interrupt,
        }
    }

    /// What it does, in a sentence.
    pub fn sentence(self, text: &Text) -> &'static str {
        self.deed(text).0
    }

    /// Other words for it, whatever language they are typed in: what it is called, and what people call it.
    pub fn synonyms(self) -> [&'static str; 4] {
        let [da, en] = [Lang::Da.text(), Lang::En.text()];
        [self.name(da), self.deed(da).1, self.name(en), self.deed(en).1]
    }

    fn deed(self, text: &Text) -> Deed {
        let deeds = &text.deeds;
        match self {
            Action::Up => deeds.up,
            Action::Down => deeds.down,
            Action::Left => deeds.left,
            Action::Right => deeds.right,
            Action::Open => deeds.open,
            Action::Back => deeds.back,
            Action::TurnUp => deeds.turn_up,
            Action::TurnDown => deeds.turn_down,
            Action::ToMin => deeds.to_min,
            Action::ToMax => deeds.to_max,
            Action::Neutral => deeds.neutral,
            Action::SetTo(_) => deeds.set_to,
            Action::First => deeds.first,
            Action::Last => deeds.last,
            Action::PageUp => deeds.page_up,
            Action::PageDown => deeds.page_down,
            Action::GoField(_) => deeds.go_field,
            Action::Next => deeds.next,
            Action::Previous => deeds.previous,
            Action::Levels => deeds.levels,
            Action::Order => deeds.order,
            Action::MonthlyReview => deeds.monthly_review,
            Action::Rose => deeds.rose,
            Action::Note => deeds.note,
            Action::SaveBearing => deeds.save_bearing,
            Action::Bearings => deeds.bearings,
            Action::Compare => deeds.compare,
            Action::Ghost => deeds.ghost,
            Action::Restore => deeds.restore,
            Action::Rename => deeds.rename,
            Action::Delete => deeds.delete,
            Action::Review => deeds.review,
            Action::Decisions => deeds.decisions,
            Action::NewDecision => deeds.new_decision,
            Action::Documents => deeds.documents,
            Action::Enriches => deeds.enriches,
            Action::Pick => deeds.pick,
            Action::Keep => deeds.keep,
            Action::Leave => deeds.leave,
            Action::Foreword => deeds.foreword,
            Action::KeepMine => deeds.keep_mine,
            Action::KeepTheirs => deeds.keep_theirs,
            Action::Merge => deeds.merge,
            Action::AllMine => deeds.all_mine,
            Action::AllTheirs => deeds.all_theirs,
            Action::KeepMerged => deeds.keep_merged,
            Action::Welcome => deeds.welcome,
            Action::Profiles => deeds.profiles,
            Action::Export => deeds.export,
            Action::Team => deeds.team,
            Action::ReadAgain => deeds.read_again,
            Action::Unit => deeds.unit,
            Action::HideNames => deeds.hide_names,
            Action::AllMarks => deeds.all_marks,
            Action::Share => deeds.share,
            Action::TakeBack => deeds.take_back,
            Action::Present => deeds.present,
            Action::ShowAll => deeds.show_all,
            Action::Sort => deeds.sort,
            Action::DecideAgreed => deeds.decide_agreed,
            Action::Settings => deeds.settings,
            Action::Glyphs => deeds.glyphs,
            Action::InCells => deeds.in_cells,
            Action::Help => deeds.help,
            Action::Palette => deeds.palette,
            Action::Find => deeds.find,
            Action::Choose => deeds.choose,
            Action::Copy => deeds.copy,
            Action::CopyNote => deeds.copy_note,
            Action::Mirror => deeds.mirror,
            Action::PutAway => deeds.put_away,
            Action::Undo => deeds.undo,
            Action::Redo => deeds.redo,
            Action::Quit => deeds.quit,
            Action::Interrupt => deeds.interrupt,
        }
    }

    /// Where the help and the palette put it. `settled` is true from the first bearing on: until then what belongs to
    /// later months stands last.
    pub fn chapter(self, settled: bool) -> Chapter {
        match self {
            Action::MonthlyReview
            | Action::Note
            | Action::Levels
            | Action::Rose
            | Action::SaveBearing
            | Action::Foreword
            | Action::Undo
            | Action::Redo
            | Action::Find
            | Action::Palette
            | Action::Help
            | Action::Settings
            | Action::Quit
            | Action::Interrupt => Chapter::Daily,
            Action::Bearings | Action::Compare | Action::Review => Chapter::LookingBack,
            Action::Mirror | Action::Decisions | Action::NewDecision if settled => Chapter::LookingBack,
            Action::Team
            | Action::AllMarks
            | Action::Share
            | Action::TakeBack
            | Action::Present
            | Action::Export
            | Action::Copy
            | Action::CopyNote => Chapter::Together,
            Action::Documents | Action::Enriches if settled => Chapter::Here,
            Action::Profiles if settled => Chapter::Daily,
            Action::Mirror
            | Action::Decisions
            | Action::NewDecision
            | Action::Documents
            | Action::Enriches
            | Action::Profiles
            | Action::Glyphs
            | Action::InCells
            | Action::Welcome => Chapter::More,
            _ => Chapter::Here,
        }
    }

    /// False for what the framework gives no cause for: the mirror where it asks nothing, levels where it has none.
    pub fn is_in(self, framework: &Framework) -> bool {
        match self {
            Action::Mirror => !framework.questions.is_empty(),
            Action::Levels => !framework.levels.is_empty(),
            Action::Enriches => {
                let mut fields = framework.field_indices();
                fields.any(|field| !framework.enriched_by(field).is_empty())
            }
            _ => true,
        }
    }

    /// True for what has a meaning only while there are two versions of the profile.
    pub fn is_about_versions(self) -> bool {
        matches!(
            self,
            Action::KeepMine
                | Action::KeepTheirs
                | Action::Merge
                | Action::AllMine
                | Action::AllTheirs
                | Action::KeepMerged
        )
    }

    /// Its name in the config file.
    pub fn id(self) -> &'static str {
        match self {
            Action::Up => "up",
            Action::Down => "down",
            Action::Left => "left",
            Action::Right => "right",
            Action::Open => "open",
            Action::Back => "back",
            Action::TurnUp => "turn_up",
            Action::TurnDown => "turn_down",
            Action::ToMin => "to_min",
            Action::ToMax => "to_max",
            Action::Neutral => "neutral",
            Action::SetTo(detent) => SET_TO[usize::from(detent.clamp(1, 5)) - 1],
            Action::First => "first",
            Action::Last => "last",
            Action::PageUp => "page_up",
            Action::PageDown => "page_down",
            Action::GoField(number) => GO_FIELD[usize::from(number.clamp(1, 9)) - 1],
            Action::Next => "next",
            Action::Previous => "previous",
            Action::MonthlyReview => "monthly_review",
            Action::Levels => "levels",
            Action::Order => "order",
            Action::Rose => "rose",
            Action::Note => "note",
            Action::SaveBearing => "save_bearing",
            Action::Bearings => "bearings",
            Action::Compare => "compare",
            Action::Ghost => "ghost",
            Action::Restore => "restore",
            Action::Rename => "rename",
            Action::Delete => "delete",
            Action::Review => "review",
            Action::Decisions => "decisions",
            Action::NewDecision => "new_decision",
            Action::Documents => "documents",
            Action::Enriches => "enriches",
            Action::Pick => "pick",
            Action::Keep => "keep",
            Action::Leave => "leave",
            Action::Foreword => "foreword",
            Action::KeepMine => "keep_mine",
            Action::KeepTheirs => "keep_theirs",
            Action::Merge => "merge",
            Action::AllMine => "all_mine",
            Action::AllTheirs => "all_theirs",
            Action::KeepMerged => "keep_merged",
            Action::Welcome => "welcome",
            Action::Profiles => "profiles",
            Action::Export => "export",
            Action::Team => "team",
            Action::ReadAgain => "read_again",
            Action::Unit => "unit",
            Action::HideNames => "hide_names",
            Action::AllMarks => "all_marks",
            Action::Share => "share",
            Action::TakeBack => "take_back",
            Action::Present => "present",
            Action::ShowAll => "show_all",
            Action::Sort => "sort",
            Action::DecideAgreed => "decide_agreed",
            Action::Settings => "settings",
            Action::Glyphs => "glyphs",
            Action::InCells => "in_cells",
            Action::Help => "help",
            Action::Palette => "palette",
            Action::Find => "find",
            Action::Choose => "choose",
            Action::Copy => "copy",
            Action::CopyNote => "copy_note",
            Action::Mirror => "mirror",
            Action::PutAway => "put_away",
            Action::Undo => "undo",
            Action::Redo => "redo",
            Action::Quit => "quit",
            Action::Interrupt => "interrupt",
        }
    }

    /// The action of this name in the config file.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.id() == id)
    }
}

/// The names of the actions that set a dial.
const SET_TO: [&str; 5] = ["set_to_1", "set_to_2", "set_to_3", "set_to_4", "set_to_5"];

/// The names of the fields' actions.
const GO_FIELD: [&str; 9] = [
    "go_field_1",
    "go_field_2",
    "go_field_3",
    "go_field_4",
    "go_field_5",
    "go_field_6",
    "go_field_7",
    "go_field_8",
    "go_field_9",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_says_what_it_does_and_has_other_words() {
        for action in Action::ALL {
            for lang in [Lang::Da, Lang::En] {
                let (sentence, words) = action.deed(lang.text());
                assert!(sentence.ends_with('.') && !words.is_empty(), "{action:?}");
            }
        }
    }

    #[test]
    fn every_action_is_found_by_its_name_in_the_config() {
        for action in Action::ALL {
            assert_eq!(Action::parse(action.id()), Some(*action));
        }
        assert_eq!(Action::parse("rosen"), None);
    }
}
