//! Where bindings hold: the scopes of keys. Owns their names and what kind of place each is; not which keys hold there.

use crate::text::Text;

/// Where a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// The 2×2 grid.
    Home,
    /// One field.
    Field,
    /// One mark.
    Mark,
    /// One level through a field or all.
    Levels,
    /// A text to read: foreword, help.
    Reading,
    /// The settings.
    Settings,
    /// The profiles.
    Profiles,
    /// Two versions of a profile.
    Merge,
    /// What goes out, and in which format.
    Export,
    /// Colleagues side by side.
    Team,
    /// The team presented to itself.
    Present,
    /// What was agreed, being written there. Its bindings are no letters.
    Agreement,
    /// The end of a presentation.
    PresentEnd,
    /// One mark as the team sees it.
    TeamMark,
    /// Two leaders over each other.
    Two,
    /// The welcome.
    Welcome,
    /// Its questions for name and unit; likewise a line being written.
    YourName,
    /// Its choice of a level.
    YourLevel,
    /// Its dial.
    FirstDial,
    /// The monthly review.
    Monthly,
    /// Its marks, one by one.
    MonthlyMark,
    /// The rose.
    Rose,
    /// The bearings over time.
    Bearings,
    /// One bearing.
    Bearing,
    /// Two pictures side by side.
    Compare,
    /// The decisions.
    Decisions,
    /// One decision.
    Decision,
    /// A list to pick from.
    Picks,
    /// The questions of the mirror.
    Mirror,
    /// A note being written. Its bindings are no letters: those are the note's.
    Note,
    /// A line being written; likewise.
    Prompt,
    /// What is found for what is typed; likewise.
    Search,
    /// Commands or keys, filtered by typing; likewise.
    Commands,
}

impl Scope {
    /// Every scope, in the order the help shows them.
    pub const ALL: &[Scope] = &[
        Scope::Home,
        Scope::Field,
        Scope::Mark,
        Scope::Levels,
        Scope::Rose,
        Scope::Monthly,
        Scope::MonthlyMark,
        Scope::Bearings,
        Scope::Bearing,
        Scope::Compare,
        Scope::Decisions,
        Scope::Decision,
        Scope::Picks,
        Scope::Mirror,
        Scope::Note,
        Scope::Prompt,
        Scope::Reading,
        Scope::Settings,
        Scope::Profiles,
        Scope::Merge,
        Scope::Export,
        Scope::Team,
        Scope::Present,
        Scope::Agreement,
        Scope::PresentEnd,
        Scope::TeamMark,
        Scope::Two,
        Scope::Welcome,
        Scope::YourName,
        Scope::YourLevel,
        Scope::FirstDial,
        Scope::Search,
        Scope::Commands,
        Scope::Everywhere,
    ];

    /// True where letters are text and not keys.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Scope::Note
                | Scope::Agreement
                | Scope::Prompt
                | Scope::YourName
                | Scope::Search
                | Scope::Commands
        )
    }

    /// True on the first screens a reader sees.
    pub fn is_welcome(self) -> bool {
        matches!(
            self,
            Scope::Welcome | Scope::YourName | Scope::YourLevel | Scope::FirstDial
        )
    }

    /// True where the selected dial is to be seen, or all of the selected field's.
    pub fn has_dial(self) -> bool {
        matches!(
            self,
            Scope::Home
                | Scope::Field
                | Scope::Mark
                | Scope::Levels
                | Scope::Rose
                | Scope::FirstDial
                | Scope::MonthlyMark
        )
    }

    /// Its heading in the help.
    pub fn name(self, text: &Text) -> &'static str {
        match self {
            Scope::Everywhere => text.scopes.everywhere,
            Scope::Home => text.scopes.home,
            Scope::Field => text.scopes.field,
            Scope::Mark => text.scopes.mark,
            Scope::Levels => text.scopes.levels,
            Scope::Reading => text.scopes.reading,
            Scope::Settings => text.scopes.settings,
            Scope::Profiles => text.scopes.profiles,
            Scope::Merge => text.merge.title,
            Scope::Export => text.scopes.export,
            Scope::Team => text.export.team,
            Scope::Present => text.scopes.present,
            Scope::Agreement => text.scopes.agreement,
            Scope::PresentEnd => text.scopes.present_end,
            Scope::TeamMark => text.scopes.team_mark,
            Scope::Two => text.scopes.two,
            Scope::Welcome => text.scopes.welcome,
            Scope::YourName => text.scopes.your_name,
            Scope::YourLevel => text.scopes.your_level,
            Scope::FirstDial => text.scopes.first_dial,
            Scope::Rose => text.scopes.rose,
            Scope::Monthly => text.scopes.monthly,
            Scope::MonthlyMark => text.scopes.monthly_mark,
            Scope::Bearings => text.scopes.bearings,
            Scope::Bearing => text.scopes.bearing,
            Scope::Compare => text.scopes.compare,
            Scope::Decisions => text.scopes.decisions,
            Scope::Decision => text.scopes.decision,
            Scope::Picks => text.scopes.picks,
            Scope::Mirror => text.scopes.mirror,
            Scope::Note => text.scopes.note,
            Scope::Prompt => text.scopes.prompt,
            Scope::Search => text.scopes.search,
            Scope::Commands => text.scopes.commands,
        }
    }
}
