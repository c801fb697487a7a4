//! The screens there are, as one type for the stack; which action leads to one from everywhere, and how each is opened. Owns
//! no behaviour: a screen's is its own.

use super::App;
use crate::core::{compare, fault::Fault, session::TextTarget};
use crate::screens::{
    Route, Screen,
    action::Action,
    bearing::Bearing,
    bearings::Bearings,
    compare::Compare,
    decision::Decision,
    decisions::Decisions,
    export::Export,
    field::Field,
    foreword::Foreword,
    home::Home,
    levels::Levels,
    mark::Mark,
    merge::Merge,
    mirror::Mirror,
    monthly::MonthlyReview,
    note::Note,
    picks::Picks,
    present::{Present, end::PresentEnd},
    profiles::Profiles,
    prompt::{Ask, Prompt, review_line},
    rose::Rose,
    scope::Scope,
    search::Search,
    settings::Settings,
    state::State,
    team::Team,
    team_mark::TeamMark,
    two::Two,
    welcome::Welcome,
};
use std::ops::{Deref, DerefMut};

/// [`AnyScreen`] with a variant for each screen, named after its type.
macro_rules! screens {
    ($($(#[$doc:meta])* $screen:ident)*) => {
        /// What is on the screen.
        #[derive(Clone, Debug)]
        pub enum AnyScreen {
            $($(#[$doc])* $screen(Box<$screen>),)*
        }

        impl Deref for AnyScreen {
            type Target = dyn Screen;

            fn deref(&self) -> &Self::Target {
                match self {
                    $(Self::$screen(screen) => &**screen,)*
                }
            }
        }

        impl DerefMut for AnyScreen {
            fn deref_mut(&mut self) -> &mut Self::Target {
                match self {
                    $(Self::$screen(screen) => &mut **screen,)*
                }
            }
        }

        $(impl From<$screen> for AnyScreen {
            fn from(screen: $screen) -> Self {
                Self::$screen(Box::new(screen))
            }
        })*
    };
}

screens! {
    /// The grid of fields.
    Home
    /// The field of the selected mark.
    Field
    /// The selected mark.
    Mark
    /// One level.
    Levels
    /// The monthly review.
    MonthlyReview
    /// The whole profile as one picture.
    Rose
    /// The foreword.
    Foreword
    /// The settings.
    Settings
    /// The profiles.
    Profiles
    /// Two versions of the profile, merged.
    Merge
    /// What goes out, and in which format.
    Export
    /// Colleagues side by side.
    Team
    /// The team presented to itself.
    Present
    /// The end of a presentation.
    PresentEnd
    /// One mark as the team sees it.
    TeamMark
    /// Two leaders over each other.
    Two
    /// The welcome.
    Welcome
    /// A list that is filtered by typing: help, palette, find.
    Search
    /// The bearings, newest first.
    Bearings
    /// One bearing.
    Bearing
    /// Two pictures of all dials.
    Compare
    /// The decisions since the last bearing.
    Decisions
    /// One decision.
    Decision
    /// A list to pick from.
    Picks
    /// The questions of the mirror.
    Mirror
    /// A longer text being written.
    Note
    /// A line that is asked for, over the screen it was asked on.
    Prompt
}

impl App {
    /// The screen that an action leads to from everywhere, where it does no more than that.
    pub(super) fn route(&self, action: Action) -> Option<Route> {
        let state = &self.state;
        Some(match action {
            Action::Levels => Route::Levels {
                field: (self.scope() != Scope::Home).then_some(state.field()),
                level: state.own_level(),
                raised_first: false,
            },
            Action::Rose => Route::Rose,
            Action::Note => Route::Note(TextTarget::Mark(state.cursor)),
            Action::SaveBearing => Route::Prompt(Ask::BearingLabel, String::new()),
            Action::Bearings => Route::Bearings,
            Action::Compare => {
                let last = &state.profile().last_bearing()?.id;
                let (from, to) = compare::pair(&state.framework, state.profile(), last);
                Route::Compare { from, to }
            }
            Action::Review => Route::Prompt(Ask::Review, review_line(state.profile())),
            Action::Decisions => Route::Decisions,
            Action::NewDecision => Route::Note(TextTarget::NewDecision),
            Action::Foreword => Route::Foreword,
            Action::Mirror => Route::Mirror,
            _ => return None,
        })
    }

    /// Opens the presentation, or begins it anew where it is on the screen.
    fn open_present(&mut self) {
        let present = Present::begin(&mut self.state);
        let there = self
            .screens
            .iter()
            .position(|screen| matches!(screen, AnyScreen::Present(_)));
        if let Some(at) = there {
            self.screens.truncate(at);
        }
        self.screens.push(present.into());
        self.settle();
    }

    /// The presentation, where it is on the screen or under what is.
    pub(super) fn presentation(&mut self) -> Option<(&mut Present, &mut State)> {
        let present = self.screens.iter_mut().rev().find_map(|screen| match screen {
            AnyScreen::Present(present) => Some(&mut **present),
            _ => None,
        })?;
        Some((present, &mut self.state))
    }

    /// Opens a screen. One that is on top already stays as it is, which is said, unless it is another bearing,
    /// decision or export.
    ///
    /// Where the profile can only be read, none is opened that asks for a text of it: the text would have no place to go.
    pub(super) fn open_route(&mut self, route: Route) {
        let writes = match &route {
            Route::Note(_) => true,
            Route::Prompt(ask, _) => ask.is_of_profile(),
            _ => false,
        };
        if let Some(why) = self.state.session.read_only().filter(|_| writes) {
            let fault = Fault::ReadOnly { why: why.clone() };
            return self.state.refused(&fault);
        }
        let state = &self.state;
        let screen: AnyScreen = match route {
            Route::Field => Field::default().into(),
            Route::Mark => Mark::new(state.cursor).into(),
            Route::Levels {
                field,
                level,
                raised_first,
            } => Levels::new(field, level, raised_first).into(),
            Route::Monthly => MonthlyReview::new(state).into(),
            Route::Rose => Rose::default().into(),
            Route::Foreword => Foreword::default().into(),
            Route::ForewordAt { paragraph, query } => Foreword::at(state, paragraph, &query).into(),
            Route::Settings => Settings::default().into(),
            Route::Profiles => Profiles::default().into(),
            Route::Export(selection) => Export::new(selection).into(),
            Route::Team => Team::default().into(),
            Route::Present => return self.open_present(),
            Route::PresentEnd => PresentEnd::default().into(),
            Route::TeamMark => TeamMark::default().into(),
            Route::Two(leader) => Two::new(*leader).into(),
            Route::Welcome => Welcome::new().into(),
            Route::Search(source) => Search::new(source, self.scope(), state).into(),
            Route::Bearings => Bearings::default().into(),
            Route::Bearing(id) => Bearing::new(id).into(),
            Route::Compare { from, to } => Compare::new(from, to).into(),
            Route::Decisions => Decisions::default().into(),
            Route::Decision(at) => Decision::new(at).into(),
            Route::Picks(links) => Picks::new(links).into(),
            Route::Mirror => Mirror::default().into(),
            Route::Note(target) => Note::new(target, state).into(),
            Route::Prompt(ask, line) => Prompt::new(ask, &line).into(),
        };
        let same = std::mem::discriminant(self.screen()) == std::mem::discriminant(&screen);
        match screen {
            AnyScreen::Bearing(_) | AnyScreen::Decision(_) | AnyScreen::Export(_) if same => {
                *self.screen_mut() = screen;
            }
            _ if same => self.nothing_here(),
            _ => self.screens.push(screen),
        }
        self.settle();
    }
}
