//! The foreword, and the English rendering where the interface is English.

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
use crate::ui::{page::Page, theme::Role};

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
        let area = layout::reading(state.body());
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

fn page(state: &State, width: u16) -> Page {
    let mut page = until(state, width, state.framework.foreword.len());
    if let (Lang::En, Some(english)) = (state.lang, &state.english) {
        page.blank();
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
