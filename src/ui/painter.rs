//! Draws only what changed: a frame is made of panels, and a panel is drawn again only where what it shows is not what it
//! showed before. Owns the buffer and that memory; knows nothing of what is drawn.

use super::glyphs;
use crate::model::sanitise;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};
use std::hash::{DefaultHasher, Hash, Hasher};
use unicode_width::UnicodeWidthStr;

/// The frame being drawn, and what each panel of it showed last time.
#[derive(Clone, Debug, Default)]
pub struct Painter {
    buffer: Buffer,
    background: Style,
    ascii: bool,
    look: u64,
    /// Area and fingerprint of each panel, in the order they are drawn.
    panels: Vec<(Rect, u64)>,
    next: usize,
    /// Every panel of this frame is drawn.
    all: bool,
    /// This frame's panels stand elsewhere than the last one's.
    moved: bool,
    touched: Vec<Rect>,
    cursor: Option<Position>,
    writing: bool,
}

impl Painter {
    /// Draws a frame of `area` by `draw`. Panels that show what they showed are skipped; where other panels than
    /// before come, or `look` is another, which is how everything looks, everything is drawn anew.
    pub fn frame(
        &mut self,
        area: Rect,
        (background, ascii): (Style, bool),
        look: impl Hash,
        mut draw: impl FnMut(&mut Self),
    ) {
        let mut hasher = DefaultHasher::new();
        (background, ascii, look).hash(&mut hasher);
        let look = hasher.finish();
        let new = (area, look) != (self.buffer.area, self.look);
        (self.background, self.ascii, self.look) = (background, ascii, look);
        if new {
            self.buffer.resize(area);
        }
        self.start(new);
        draw(self);
        if self.moved || self.next != self.panels.len() {
            self.start(true);
            draw(self);
        }
    }

    fn start(&mut self, all: bool) {
        self.next = 0;
        self.all = all;
        self.moved = false;
        self.cursor = None;
        self.writing = false;
        self.touched.clear();
        if all {
            self.panels.clear();
            self.touched.push(self.buffer.area);
            clear(&mut self.buffer, self.touched[0], self.background);
        }
    }

    /// Draws a panel where it would show something else than before. `shows` is everything that `draw` depends on
    /// besides the area.
    pub fn panel(&mut self, area: Rect, shows: impl Hash, draw: impl FnOnce(&mut Buffer, Rect)) {
        if self.moved {
            return;
        }
        let area = area.intersection(self.buffer.area);
        let mut hasher = DefaultHasher::new();
        shows.hash(&mut hasher);
        let now = (area, hasher.finish());
        if self.all {
            // as where panels are drawn one by one, nothing shows through from one that lies under it
            if self.panels.iter().any(|(under, _)| under.intersects(area)) {
                clear(&mut self.buffer, area, self.background);
            }
            self.panels.push(now);
        } else {
            match self.panels.get_mut(self.next) {
                Some(before) if before.0 == area => {
                    // a panel under this one that was drawn again has wiped it out
                    let wiped = self.touched.iter().any(|touched| touched.intersects(area));
                    if *before == now && !wiped {
                        self.next += 1;
                        return;
                    }
                    *before = now;
                }
                _ => {
                    self.moved = true;
                    return;
                }
            }
            clear(&mut self.buffer, area, self.background);
            self.touched.push(area);
        }
        self.next += 1;
        draw(&mut self.buffer, area);
        clean(&mut self.buffer, area);
        if self.ascii {
            glyphs::fold(&mut self.buffer, area);
        }
    }

    /// Puts the terminal's cursor on what is selected, unseen, so that a screen reader finds it.
    pub fn point(&mut self, x: u16, y: u16) {
        if !self.writing {
            self.cursor = Some(Position::new(x, y));
        }
    }

    /// Puts the terminal's cursor, seen, where text is being written.
    pub fn write_at(&mut self, x: u16, y: u16) {
        self.cursor = Some(Position::new(x, y));
        self.writing = true;
    }

    /// True where the cursor is to be seen.
    pub fn is_writing(&self) -> bool {
        self.writing
    }

    /// The frame as it stands.
    pub fn buffer(&self) -> &Buffer {
        &self.buffer
    }

    /// The parts of the frame that were drawn again; nothing else has changed.
    pub fn touched(&self) -> &[Rect] {
        &self.touched
    }

    /// Where the cursor stands.
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }
}

/// Takes what is not for the eye out of every cell. Text is clean already where it comes by `write`; this holds for all
/// that comes by other ways, such as a text being written.
fn clean(buffer: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let cell = &mut buffer[(x, y)];
            if is_one_plain_sign(cell.symbol()) {
                continue;
            }
            let clean = sanitise::clean(cell.symbol());
            if clean == cell.symbol() {
                continue;
            }
            // a sign that has become wider would stand in the cell beside it too
            let fits = !clean.is_empty() && clean.width() <= cell.symbol().width();
            let clean = if fits { clean.into_owned() } else { " ".to_owned() };
            cell.set_symbol(&clean);
        }
    }
}

/// True for one letter or sign that needs no looking at: those of Danish, and what the program draws with.
fn is_one_plain_sign(symbol: &str) -> bool {
    let mut signs = symbol.chars();
    let plain = |sign| matches!(sign, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '\u{2190}'..='\u{28ff}');
    signs.next().is_some_and(plain) && signs.next().is_none()
}

fn clear(buffer: &mut Buffer, area: Rect, background: Style) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let cell = &mut buffer[(x, y)];
            cell.reset();
            cell.set_style(background);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn drawn(painter: &mut Painter, panels: &[(Rect, &str)]) -> usize {
        let count = Cell::new(0);
        painter.frame(Rect::new(0, 0, 10, 2), (Style::new(), false), (), |painter| {
            count.set(0);
            for (area, text) in panels {
                painter.panel(*area, text, |buffer, area| {
                    count.set(count.get() + 1);
                    buffer.set_string(area.x, area.y, text, Style::new());
                });
            }
        });
        count.get()
    }

    const LEFT: Rect = Rect::new(0, 0, 5, 1);
    const RIGHT: Rect = Rect::new(5, 0, 5, 1);

    #[test]
    fn a_panel_that_shows_the_same_is_not_drawn_again() {
        let mut painter = Painter::default();
        assert_eq!(drawn(&mut painter, &[(LEFT, "a"), (RIGHT, "b")]), 2);
        assert_eq!(drawn(&mut painter, &[(LEFT, "a"), (RIGHT, "b")]), 0);
        assert!(painter.touched().is_empty());
        assert_eq!(drawn(&mut painter, &[(LEFT, "a"), (RIGHT, "c")]), 1);
        assert_eq!(painter.touched(), [RIGHT]);
        assert_eq!(
            painter.buffer(),
            &Buffer::with_lines(["a    c    ", "          "])
        );
    }

    #[test]
    fn a_panel_over_one_that_changed_is_drawn_again() {
        let mut painter = Painter::default();
        let over = Rect::new(3, 0, 3, 1);
        drawn(&mut painter, &[(LEFT, "a"), (over, "o")]);
        assert_eq!(drawn(&mut painter, &[(LEFT, "b"), (over, "o")]), 2);
        assert_eq!(
            painter.buffer(),
            &Buffer::with_lines(["b  o      ", "          "])
        );
    }

    #[test]
    fn other_panels_than_before_leave_nothing_of_the_old_frame() {
        let mut painter = Painter::default();
        drawn(&mut painter, &[(LEFT, "a"), (RIGHT, "b")]);
        assert_eq!(drawn(&mut painter, &[(LEFT, "a")]), 1);
        assert_eq!(
            painter.buffer(),
            &Buffer::with_lines(["a         ", "          "])
        );
        assert_eq!(drawn(&mut painter, &[(RIGHT, "a"), (LEFT, "c")]), 2);
        assert_eq!(
            painter.buffer(),
            &Buffer::with_lines(["c    a    ", "          "])
        );
    }
}
