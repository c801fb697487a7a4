//! Draws only what changed: a frame is made of panels, and a panel is drawn again only where what it shows is not what it
//! showed before. Owns the buffer and that memory; knows nothing of what is drawn.

use super::glyphs;
use foldhash::quality::FixedState;
use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
    style::Style,
};
use std::hash::{BuildHasher, Hash};

/// The frame being drawn, and what each panel of it showed last time.
#[derive(Clone, Debug, Default)]
pub struct Painter {
    buffer: Buffer,
    background: Style,
    /// An empty cell on that background.
    blank: Cell,
    ascii: bool,
    look: u64,
    /// In the order they are drawn.
    panels: Vec<Panel>,
    next: usize,
    /// Every panel of this frame is drawn.
    all: bool,
    /// What this frame shows so far cannot be kept: all of it must be drawn.
    spoilt: bool,
    touched: Vec<Rect>,
    cursor: Option<Position>,
    writing: bool,
}

/// What is remembered of a panel.
#[derive(Clone, Copy, Debug)]
struct Panel {
    area: Rect,
    /// A fingerprint of what it shows, what moves left out.
    shows: u64,
    /// Where what moves in it stands.
    stands: u64,
    /// It lies over one that comes before it.
    over: bool,
}

/// What a panel that must be drawn has on it.
enum Before {
    /// Nothing: it was wiped.
    Blank,
    /// What it showed, where what moves stood there.
    Stood(u64),
}

impl Painter {
    /// Draws a frame of `area` by `draw`. Panels that show what they showed are skipped; where other panels than
    /// before come, all from there on are drawn anew, and where `look` is another, which is how everything looks,
    /// everything is.
    pub fn frame(
        &mut self,
        area: Rect,
        (background, ascii): (Style, bool),
        look: impl Hash,
        mut draw: impl FnMut(&mut Self),
    ) {
        let look = fingerprint((background, ascii, look));
        let new = (area, look) != (self.buffer.area, self.look);
        (self.background, self.ascii, self.look) = (background, ascii, look);
        if new {
            self.blank = Cell::EMPTY;
            self.blank.set_style(background);
            self.buffer = Buffer::filled(area, self.blank.clone());
        }
        self.start(new);
        draw(self);
        if self.next != self.panels.len() {
            self.leave_the_rest();
        }
        if self.spoilt {
            self.clear(area);
            self.start(true);
            draw(self);
        }
    }

    fn start(&mut self, all: bool) {
        self.next = 0;
        self.all = all;
        self.spoilt = false;
        self.cursor = None;
        self.writing = false;
        self.touched.clear();
        if all {
            self.panels.clear();
            self.touched.push(self.buffer.area);
        }
    }

    /// Draws a panel where it would show something else than before. `shows` is everything that `draw` depends on
    /// besides the area.
    pub fn panel(&mut self, area: Rect, shows: impl Hash, draw: impl FnOnce(&mut Buffer, Rect)) {
        let area = area.intersection(self.buffer.area);
        if self.begin(area, fingerprint(shows), 0).is_some() {
            draw(&mut self.buffer, area);
            self.end(area);
        }
    }

    /// Draws a panel as [`panel`](Self::panel) does, in which one thing moves: it stands at `stands`, which is no part of
    /// `shows`. Where nothing else is another, `draw` is given where it stood, and what it drew then is still there.
    /// Returns the part that it drew.
    pub fn moving(
        &mut self,
        area: Rect,
        shows: impl Hash,
        stands: u64,
        draw: impl FnOnce(&mut Buffer, Rect, Option<u64>) -> Rect,
    ) {
        let area = area.intersection(self.buffer.area);
        let stood = match self.begin(area, fingerprint(shows), stands) {
            Some(Before::Stood(stood)) => Some(stood),
            Some(Before::Blank) => None,
            None => return,
        };
        let drawn = draw(&mut self.buffer, area, stood);
        if let Some(touched) = self.touched.last_mut().filter(|_| stood.is_some()) {
            *touched = drawn;
        }
        self.end(area);
    }

    /// Whether the next panel must be drawn, and on what.
    fn begin(&mut self, area: Rect, shows: u64, stands: u64) -> Option<Before> {
        if self.spoilt {
            return None;
        }
        let known = self.panels.get(self.next).is_some_and(|panel| panel.area == area);
        if !known && !self.all {
            self.leave_the_rest();
        }
        if self.all {
            let over = self.panels.iter().any(|under| under.area.intersects(area));
            // as where panels are drawn one by one, nothing shows through from one that lies under it
            if over {
                self.clear(area);
            }
            self.touch(area);
            self.panels.push(Panel {
                area,
                shows,
                stands,
                over,
            });
            return Some(Before::Blank);
        }
        let panel = &mut self.panels[self.next];
        // a panel under this one that was drawn again has wiped it out
        let wiped = panel.over && self.touched.iter().any(|touched| touched.intersects(area));
        let before = (panel.shows, panel.stands);
        if before == (shows, stands) && !wiped {
            self.next += 1;
            return None;
        }
        (panel.shows, panel.stands) = (shows, stands);
        if before.0 == shows && !wiped {
            self.touched.push(area);
            return Some(Before::Stood(before.1));
        }
        self.clear(area);
        self.touched.push(area);
        Some(Before::Blank)
    }

    /// The last frame's panels from here on are no part of this one: wipes them, and what comes now is drawn anew.
    fn leave_the_rest(&mut self) {
        let (before, rest) = self.panels.split_at(self.next);
        let under = |panel: &Panel| before.iter().any(|under| under.area.intersects(panel.area));
        self.spoilt = rest.iter().any(under);
        self.all = true;
        while self.panels.len() > self.next {
            let area = self.panels[self.panels.len() - 1].area;
            self.clear(area);
            self.touch(area);
            self.panels.pop();
        }
    }

    /// A panel is drawn.
    fn end(&mut self, area: Rect) {
        self.next += 1;
        if self.ascii {
            glyphs::fold(&mut self.buffer, area);
        }
    }

    /// This part may be another now.
    fn touch(&mut self, area: Rect) {
        // once all of it may be, no part need be told of
        if self.touched.first() != Some(&self.buffer.area) {
            self.touched.push(area);
        }
    }

    fn clear(&mut self, area: Rect) {
        let row = usize::from(self.buffer.area.width);
        for y in area.top()..area.bottom() {
            let start = usize::from(y - self.buffer.area.y) * row + usize::from(area.x - self.buffer.area.x);
            self.buffer.content[start..start + usize::from(area.width)].fill(self.blank.clone());
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

/// A number that differs where `shows` differs: never stored, so any hash of 64 good bits will do.
pub(super) fn fingerprint(shows: impl Hash) -> u64 {
    FixedState::with_seed(0).hash_one(shows)
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
        assert_eq!(drawn(&mut painter, &[(LEFT, "a")]), 0);
        assert_eq!(painter.touched(), [RIGHT]);
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

    #[test]
    fn a_panel_that_was_under_one_that_is_gone_is_drawn_again() {
        let mut painter = Painter::default();
        drawn(&mut painter, &[(LEFT, "abcde"), (Rect::new(3, 0, 3, 1), "o")]);
        assert_eq!(drawn(&mut painter, &[(LEFT, "abcde"), (RIGHT, "b")]), 2);
        assert_eq!(
            painter.buffer(),
            &Buffer::with_lines(["abcdeb    ", "          "])
        );
    }

    #[test]
    fn where_only_what_moves_is_another_what_was_drawn_is_still_there() {
        let mut painter = Painter::default();
        let mut turn = |shows: &str, to: u64| {
            let told = Cell::new(None);
            painter.frame(LEFT, (Style::new(), false), (), |painter| {
                painter.moving(LEFT, shows, to, |buffer, area, stood| {
                    told.set(Some(stood));
                    let at = Rect {
                        x: to as u16,
                        width: 1,
                        ..area
                    };
                    buffer.set_string(at.x, at.y, "x", Style::new());
                    at
                });
            });
            let row: String = painter
                .buffer()
                .content
                .iter()
                .map(|cell| cell.symbol())
                .collect();
            (told.get(), row, painter.touched().to_vec())
        };
        let part = Rect::new(2, 0, 1, 1);
        assert_eq!(turn("a", 1), (Some(None), " x   ".into(), vec![LEFT]));
        assert_eq!(turn("a", 2), (Some(Some(1)), " xx  ".into(), vec![part]));
        assert_eq!(turn("a", 2), (None, " xx  ".into(), vec![]));
        assert_eq!(turn("b", 3), (Some(None), "   x ".into(), vec![LEFT]));
    }
}
