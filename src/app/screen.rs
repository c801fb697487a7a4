//! What can be on the screen, and what each screen remembers. Owns no behaviour.

use super::search::Search;
use crate::model::framework::FieldIndex;
use crate::text::Text;
use crate::widget::input::Input;

/// One level through a field or all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LevelView {
    /// The field, or all of them.
    pub field: Option<FieldIndex>,
    /// The level, counted from 0.
    pub level: usize,
    /// The raised marks first, instead of the document's order.
    pub raised_first: bool,
}

/// What a line that is asked for is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The label of a new bearing.
    BearingLabel,
}

impl Ask {
    /// The question before the line.
    pub fn question(&self, text: &Text) -> &'static str {
        match self {
            Self::BearingLabel => text.ask_label,
        }
    }
}

/// What is on the screen.
#[derive(Clone, Debug)]
pub enum Screen {
    /// The grid of fields.
    Home,
    /// The field of the selected mark.
    Field,
    /// The selected mark.
    Mark,
    /// One level.
    Levels(LevelView),
    /// The whole profile as one picture.
    Rose,
    /// The foreword.
    Foreword,
    /// A list that is filtered by typing: help, palette, find.
    Search(Box<Search>),
    /// The note of the selected mark, being written.
    Note(Input),
    /// A line that is asked for, over the screen it was asked on.
    Prompt(Ask, Input),
}

/// A screen, how far it is scrolled down in rows, and which entry of its list is selected.
#[derive(Clone, Debug)]
pub struct Place {
    /// What is shown.
    pub screen: Screen,
    /// Rows scrolled away at the top.
    pub scroll: usize,
    /// The selected entry, where it is a list.
    pub selected: usize,
}

impl Place {
    /// A screen from its top.
    pub fn new(screen: Screen) -> Self {
        Self {
            screen,
            scroll: 0,
            selected: 0,
        }
    }
}
