//! The people of the team: one line each, with how many marks they stand far from the reader on. Owns the list's page; two
//! over each other is a screen of its own.

use super::page::{fit, own};
use crate::core::{
    compare::{Picture, apart},
    sanitise::clean,
    team::Leader,
};
use crate::screens::{list::List, state::State};
use crate::text::capital;
use crate::ui::page::{Line, Page, Span};
use crate::ui::theme::Role;
use unicode_width::UnicodeWidthStr;

/// The leaders that are looked at, in the order of the list.
pub fn shown(state: &State) -> impl Iterator<Item = &Leader> {
    let leaders = state.team.team.as_ref().map_or(&[][..], |team| &team.leaders);
    state.team.view.leaders.iter().filter_map(|at| leaders.get(*at))
}

/// On how many marks a leader stands far from the reader.
pub fn far(state: &State, leader: &Leader) -> usize {
    let theirs = leader.profile(&state.framework);
    let (yours, theirs) = (Picture::Now(state.profile()), Picture::Now(&theirs));
    let marks = apart(&state.framework, yours, theirs);
    marks.iter().filter(|apart| apart.is_far()).count()
}

/// One line a leader: the name, level and unit, how far from the reader. Only the lines that may be in view are written out.
pub fn page(state: &State, width: u16, list: List) -> Page {
    // what is scrolled is known after this page was made
    let most = usize::from(state.size.height);
    let seen = list.scroll.saturating_sub(most)..list.scroll + 2 * most;
    let seen = seen.start.min(list.selected.saturating_sub(most))..seen.end.max(list.selected + most);
    let mut page = Page::new(width);
    let words = state.text().team;
    let room = usize::from(width);
    let figure = (0..=state.framework.mark_count()).map(|count| words.far(count).width());
    let figure = figure.max().unwrap_or(0).min(room / 2);
    for (at, leader) in shown(state).enumerate() {
        page.anchor();
        if !seen.contains(&at) {
            page.line([(Role::Text, " ".to_owned())]);
            continue;
        }
        let (bar, role) = match at == list.selected {
            true => ("▌", Role::Strong),
            false => (" ", Role::Text),
        };
        let level = state
            .level_names()
            .get(usize::from(leader.level).saturating_sub(1));
        let unit = clean(&leader.unit);
        let about = [level.map_or("", String::as_str), &*unit];
        let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
        let said = match leader.you {
            true => String::new(),
            false => words.far(far(state, leader)),
        };
        let rest = room.saturating_sub(figure + 3);
        let name = if rest >= 40 { rest / 2 } else { rest };
        let mut line: Line = vec![
            span(Role::Accent, bar.to_owned()),
            span(role, fit(&state.lang.leader(leader), name)),
        ];
        if name < rest {
            line.push(span(
                Role::Muted,
                fit(&format!(" {}", about.join(" · ")), rest - name),
            ));
        }
        line.push(span(Role::Muted, format!(" {said}")));
        page.lines.push(line);
    }
    page.close();
    page
}

/// A person beside the list of people: where she stands far from the reader.
pub fn person(state: &State, leader: &Leader, width: u16) -> Page {
    let mut page = Page::new(width);
    let words = state.text().team;
    if let Some(at) = leader.shared {
        page.paragraph(Role::Muted, &words.shared_on(at.date()), 0);
    }
    if leader.you {
        page.paragraph(Role::Text, &own(state), 0);
        return page;
    }
    page.paragraph(Role::Strong, &capital(&words.far(far(state, leader))), 0);
    page.blank();
    let theirs = leader.profile(&state.framework);
    let (yours, theirs) = (Picture::Now(state.profile()), Picture::Now(&theirs));
    for apart in apart(&state.framework, yours, theirs)
        .iter()
        .filter(|apart| apart.is_far())
    {
        let field = Role::Field(state.framework.field_of(apart.mark).get());
        let name = &state.names().mark(apart.mark).short;
        let rest = page.width.saturating_sub(13);
        page.line([
            (field, fit(name, rest)),
            (Role::Strong, format!(" ◆ {:>2}", apart.yours)),
            (field, format!("  ● {:>2}", apart.theirs)),
        ]);
    }
    page
}

fn span(role: Role, text: String) -> Span {
    Span { role, text }
}
