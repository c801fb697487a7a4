//! A box with a heading around a part of a screen. Owns how boxes look; not what stands in them.

use super::{Look, clear, theme::Role};
use ratatui::{
    Frame,
    layout::{Margin, Rect},
    symbols::border,
    text::{Line, Span},
    widgets::Block,
};

/// A box to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Panel<'a> {
    /// The parts of its heading.
    pub title: &'a [(Role, &'a str)],
    /// How its border looks.
    pub edge: Role,
    /// True for what is selected: its border is thick.
    pub heavy: bool,
}

impl<'a> Panel<'a> {
    /// A quiet box with this heading.
    pub fn new(title: &'a [(Role, &'a str)]) -> Self {
        Self {
            title,
            edge: Role::Border,
            heavy: false,
        }
    }

    /// The same in the colour of a field.
    pub fn edge(self, edge: Role) -> Self {
        Self { edge, ..self }
    }

    /// The same as what is selected.
    pub fn heavy(self, heavy: bool) -> Self {
        Self { heavy, ..self }
    }

    /// Draws it in `area`. Returns the room within.
    pub fn draw(&self, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Rect {
        let (set, side) = match self.heavy {
            true => (border::THICK, "━"),
            false => (border::ROUNDED, "─"),
        };
        let block = Block::bordered()
            .border_set(set)
            .border_style(look.style(self.edge));
        frame.render_widget(block, area);
        if !self.title.is_empty() && area.width > 4 {
            let edge = |sign| look.span(self.edge, sign);
            let words = self.title.iter().map(|(role, part)| look.span(*role, part));
            let title = [edge(side), edge(" ")]
                .into_iter()
                .chain(words)
                .chain([edge(" ")]);
            let title = Line::from(title.collect::<Vec<Span>>());
            let row = Rect {
                x: area.x + 1,
                width: (title.width() as u16).min(area.width - 2),
                height: 1,
                ..area
            };
            // a title has nothing of the border's style in it
            clear(look, frame, row);
            frame.render_widget(title, row);
        }
        inner(area)
    }
}

/// The room within a box that stands in `area`: a border and a cell of air to the left and right.
pub fn inner(area: Rect) -> Rect {
    area.inner(Margin::new(2, 1))
}
