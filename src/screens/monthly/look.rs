//! How a step of the monthly review looks: where its parts stand, the dial or the rose beside what it says, and all marks in
//! a few rows. What it says and offers is its screen's.

use super::MonthlyReview;
use crate::core::{compare::Picture, dial::DialValue, framework::MarkIndex, monthly::Step};
use crate::screens::{
    Screen, guided,
    layout::reading,
    mark::{self, Layout},
    marks,
    rose::{Stand, picture},
    state::State,
};
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// Where the parts of a step stand.
pub(super) struct Places {
    /// Which step it is.
    heading: Rect,
    /// Dial, words and text; where there is a rose and no dial, the text alone.
    pub(super) layout: Layout,
    /// The rose, where the step has one and there is room for it.
    rose: Option<Rect>,
    /// All marks, where there is room for them.
    strip: Rect,
}

impl MonthlyReview {
    /// Where the parts of the step stand in `body`.
    pub(super) fn places(&self, state: &State, body: Rect) -> Places {
        let height = self.heading(state, body.width).lines.len() as u16;
        let heading = Rect { height, ..body };
        let rows = guided::strip_rows(state, body);
        let strip = Rect {
            y: body.bottom() - rows,
            height: rows,
            ..body
        };
        let over = height + u16::from(body.height >= 16);
        let under = if rows > 0 { rows + 1 } else { 0 };
        let main = Rect {
            y: body.y + over,
            height: body.height - over - under,
            ..body
        };
        let (layout, rose) = match (self.monthly.step, guided::beside(main)) {
            (Step::Mark(_), _) => {
                let places = mark::places(main);
                (places.layout, places.rose)
            }
            (Step::Gains(_), Some((left, text))) => {
                let (dial, words) = guided::dial_over(left, 1);
                let layout = Layout {
                    dial,
                    words,
                    text: self.middle(state, text),
                    beside: false,
                };
                (layout, None)
            }
            (_, Some((_, text))) => {
                // the same halves the other way round: what is said first
                let text = Rect { x: body.x, ..text };
                let rest = body.right() - text.right() - 3;
                let width = rest.min(main.height * 2 + 2);
                let x = body.right() - rest + (rest - width) / 2;
                let rose = Rect { x, width, ..main };
                (only(self.middle(state, text)), Some(rose))
            }
            (_, None) => (only(self.middle(state, reading(main))), None),
        };
        Places {
            heading,
            layout,
            rose,
            strip,
        }
    }

    /// What the step says in the middle of its room.
    fn middle(&self, state: &State, room: Rect) -> Rect {
        guided::middle(room, self.page(state, room.width).lines.len())
    }

    /// Draws the step. Returns where what is selected stands.
    pub(super) fn draw_step(
        &self,
        state: &State,
        look: &Look,
        frame: &mut Frame<'_>,
        body: Rect,
    ) -> Position {
        let places = self.places(state, body);
        let heading = self.heading(state, places.heading.width);
        frame.render_widget(look.text(&heading, 0, places.heading.height), places.heading);
        let earlier = self.before_it(state).map(Picture::At);
        let taken = self.monthly.taken.as_ref();
        let taken = taken.and_then(|id| state.profile().bearing(id));
        let now = taken.map_or(Picture::Now(state.profile()), Picture::At);
        let stands = |mark: MarkIndex| {
            let id = &state.framework.mark(mark).id;
            (now.value(id), earlier.map(|earlier| earlier.value(id)))
        };
        let mut selection = places.layout.dial.as_position();
        let at = match self.monthly.step {
            Step::Mark(mark) => {
                mark::parts(state, look, frame, &places.layout, self.list, self.scope());
                Some(mark)
            }
            Step::Gains(mark) => {
                selection = self.draw_page(state, look, frame, body);
                gained(state, look, frame, &places.layout, mark, stands(mark));
                Some(mark)
            }
            _ => {
                selection = self.draw_page(state, look, frame, body);
                None
            }
        };
        if let Some(area) = places.rose {
            let stand = |mark| {
                let (value, earlier) = stands(mark);
                Stand {
                    value: value.get().into(),
                    earlier,
                    selected: at == Some(mark),
                }
            };
            frame.render_widget(picture(state, look, stand), area);
        }
        if !places.strip.is_empty() {
            guided::strip(state, look, frame, places.strip, at, stands);
        }
        selection
    }

    /// Which part of the path this is, and which of the marks.
    fn heading(&self, state: &State, width: u16) -> Page {
        let words = state.text().monthly;
        let (number, of) = self.monthly.number(&state.framework, state.profile());
        let step = self.monthly.step;
        let name = words.parts[step.part()];
        let mut over = match step {
            Step::Done => name.to_owned(),
            _ => words.part(number, of, name),
        };
        if let Step::Mark(mark) = step {
            let (number, of) = (mark.get() + 1, state.framework.mark_count());
            let long = format!("{over} · {}", words.mark(number, of));
            over = match long.width() <= width.into() {
                true => long,
                false => format!("{over} · {number}/{of}"),
            };
        }
        let mut page = Page::new(width);
        guided::heading(&mut page, number, of, &over);
        page
    }
}

/// A step that says something and has no dial.
fn only(text: Rect) -> Layout {
    Layout {
        dial: Rect::ZERO,
        words: Rect::ZERO,
        text,
        beside: false,
    }
}

/// Draws the dial of a mark that moved, where it stands and in outline where it stood, where there is room for it.
fn gained(
    state: &State,
    look: &Look,
    frame: &mut Frame<'_>,
    layout: &Layout,
    mark: MarkIndex,
    (value, earlier): (DialValue, Option<DialValue>),
) {
    if layout.dial.is_empty() {
        return;
    }
    let dial = marks::dial_of(state, look, mark, value, earlier).large(true);
    frame.render_widget(dial, layout.dial);
    let mut page = Page::new(layout.words.width);
    page.centred(Role::Strong, state.text().stand(value));
    frame.render_widget(look.text(&page, 0, 1), layout.words);
}
