//! The foreword, and the English rendering where the interface is English: in one column that reads well, in two where the
//! window is wide.

use super::{
    Outcome, Screen,
    action::Action,
    layout,
    list::List,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::find;
use crate::text::Lang;
use crate::ui::{
    Look,
    page::Page,
    panel::{self, Panel},
    theme::Role,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// Columns between the two, and of both together.
const GAP: u16 = 4;
const BOTH: u16 = 2 * layout::MEASURE + GAP;

/// The foreword being read.
#[derive(Clone, Debug, Default)]
pub struct Foreword {
    list: List,
}

impl Foreword {
    /// The foreword scrolled to the first line of one of its paragraphs that holds a word of `query`, or to its first line.
    pub fn at(state: &State, paragraph: usize, query: &str) -> Self {
        let holds = |line: &str| {
            let mut words = query.split_whitespace();
            words.any(|word| find::fit(word, line).is_some())
        };
        let area = rooms(state, state.body()).1;
        if area.width >= BOTH {
            // all of it is in view
            return Self::default();
        }
        let page = page(state, area.width);
        let until = |count| until(state, area.width, count).lines.len();
        let lines = until(paragraph) + 1..until(paragraph + 1);
        let found = lines.clone().find(|line| {
            let line: String = page.lines[*line].iter().map(|span| span.text.as_str()).collect();
            holds(&line)
        });
        let row = found.unwrap_or(lines.start).saturating_sub(2).max(lines.start);
        Self {
            list: List {
                selected: 0,
                scroll: row.min(page.last_scroll(area.height)),
            },
        }
    }
}

impl Screen for Foreword {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().foreword.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        self.walk(action, state)
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        if let Some(area) = rooms(state, body).0 {
            Panel::new(&[(Role::Strong, state.text().foreword)]).draw(look, frame, area);
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        rooms(state, body).1
    }

    fn page(&self, state: &State, width: u16) -> Page {
        page(state, width)
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}

/// The box, where there is room for one, and the room of the text.
fn rooms(state: &State, body: Rect) -> (Option<Rect>, Rect) {
    const LEAST: u16 = 15;
    let columns = match body.width {
        width if width >= BOTH + 4 && columns(state).lines.len() + 2 <= body.height.into() => BOTH,
        width if width >= layout::MEASURE + 4 && body.height >= LEAST => layout::MEASURE,
        _ => return (None, layout::reading(body)),
    };
    let rows = page(state, columns).lines.len() + 2;
    let height = u16::try_from(rows).unwrap_or(u16::MAX).min(body.height);
    let framed = Rect::new(
        body.x + (body.width - columns - 4) / 2,
        body.y + (body.height - height) / 3,
        columns + 4,
        height,
    );
    (Some(framed), panel::inner(framed))
}

fn page(state: &State, width: u16) -> Page {
    if width >= BOTH {
        return columns(state);
    }
    let mut page = until(state, width, state.framework.foreword.len());
    let mut english = rendering(state, width);
    if !english.lines.is_empty() {
        page.blank();
        page.lines.append(&mut english.lines);
    }
    page
}

/// In two columns: the rendering beside the text, or the second half of the text beside the first.
fn columns(state: &State) -> Page {
    let mut left = until(state, layout::MEASURE, state.framework.foreword.len());
    let mut right = rendering(state, layout::MEASURE);
    if right.lines.is_empty() {
        // at the paragraph nearest to the middle
        let middle = left.lines.len() / 2;
        let ends = left.lines.iter().enumerate().filter(|(_, line)| line.is_empty());
        let end = ends.map(|(at, _)| at).min_by_key(|at| at.abs_diff(middle));
        right.lines = left.lines.split_off(end.map_or(left.lines.len(), |end| end + 1));
    }
    let mut page = Page::new(BOTH);
    page.beside(left, right, usize::from(layout::MEASURE + GAP));
    page
}

/// The English rendering, where the interface is English.
fn rendering(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    if let (Lang::En, Some(english)) = (state.lang, &state.english) {
        let title = format!("{} ({})", english.title(), state.text().unofficial);
        page.paragraph(Role::Strong, &title, 0);
        for paragraph in english.foreword() {
            page.blank();
            page.paragraph(Role::Muted, paragraph, 0);
        }
    }
    page
}

/// The foreword as far as its first `paragraphs`.
fn until(state: &State, width: u16, paragraphs: usize) -> Page {
    let mut page = Page::new(width);
    page.paragraph(Role::Strong, &state.framework.title, 0);
    page.paragraph(Role::Muted, &state.framework.organisation, 0);
    for paragraph in state.framework.foreword.iter().take(paragraphs) {
        page.blank();
        page.paragraph(Role::Text, paragraph, 0);
    }
    page
}
