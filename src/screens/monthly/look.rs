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
use crate::ui::{Look, page::Page, scroll_bar, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// Where the parts of a step stand.
pub(super) struct Places {
    /// Which step it is.
    heading: Rect,
    /// Dial, words and text of a mark; elsewhere the text is what can be chosen.
    pub(super) layout: Layout,
    /// What the step says over its choices; empty at a mark.
    pub(super) said: Rect,
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
        let (layout, said, rose) = match (self.monthly.step, guided::beside(main)) {
            (Step::Mark(_), _) => {
                let places = mark::places(main);
                (places.layout, Rect::ZERO, places.rose)
            }
            (Step::Gains(_), Some((left, text))) => {
                let (dial, words) = guided::dial_over(left, 1);
                let (said, text) = self.divided(state, text);
                let layout = Layout {
                    dial,
                    words,
                    text,
                    beside: false,
                };
                (layout, said, None)
            }
            (_, Some((_, text))) => {
                // the same halves the other way round: what is said first
                let text = Rect { x: body.x, ..text };
                let rest = body.right() - text.right() - 3;
                let width = rest.min(main.height * 2 + 2);
                let x = body.right() - rest + (rest - width) / 2;
                let rose = Rect { x, width, ..main };
                let (said, text) = self.divided(state, text);
                (only(text), said, Some(rose))
            }
            (_, None) => {
                let (said, text) = self.divided(state, reading(main));
                (only(text), said, None)
            }
        };
        Places {
            heading,
            layout,
            said,
            rose,
            strip,
        }
    }

    /// What the step says, and under it what can be chosen: both in the middle of their room, or where they are more than it
    /// has, the choices at its foot, whole, and the rest over them.
    fn divided(&self, state: &State, room: Rect) -> (Rect, Rect) {
        /// The least rows of what the step says.
        const LEAST: u16 = 2;
        let rows = |page: Page| u16::try_from(page.lines.len()).unwrap_or(u16::MAX);
        let said = rows(self.said(state, room.width));
        let choices = rows(self.page(state, room.width));
        let gap = u16::from(said > 0);
        let all = said.saturating_add(gap).saturating_add(choices);
        let block = guided::middle(room, all.into());
        let gap = if all > room.height && room.height < 12 {
            0
        } else {
            gap
        };
        let choices = choices.min(block.height.saturating_sub(said.min(LEAST) + gap));
        let over = block.height - choices;
        (
            Rect {
                height: over.saturating_sub(gap),
                ..block
            },
            Rect {
                y: block.y + over,
                height: choices,
                ..block
            },
        )
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
        if !places.said.is_empty() {
            let said = self.said(state, places.said.width);
            let scroll = self.scroll.min(said.last_scroll(places.said.height));
            frame.render_widget(look.text(&said, scroll, places.said.height), places.said);
            scroll_bar(look, frame, places.said, said.lines.len(), scroll);
        }
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
