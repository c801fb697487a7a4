//! A mark: a large dial and where it stands, what the framework says of it, the need it is turned for, its course over
//! time, its neighbours, and the rose where there is room.

mod layout;

use super::{
    Outcome, Screen, Target,
    action::Action,
    field,
    layout::MarkCell,
    links::links,
    list::{self, List},
    marks,
    questions::Asked,
    rose,
    scope::Scope,
    state::State,
    trail::{Names, Trail, field_name, mark_name, under_home},
};
use crate::core::{compare::Picture, dial::DialValue, framework::MarkIndex};
use crate::text::capital;
use crate::ui::{
    Look,
    course::Course,
    page::{Line, Page, Span, wrap_title},
    panel::Panel,
    theme::Role,
    write,
};
use layout::Rest;
pub(super) use layout::bar;
pub use layout::{Layout, layout, places};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// The selected mark.
#[derive(Clone, Debug)]
pub struct Mark {
    list: List,
    /// The mark that was selected when it was scrolled; another one is shown from its top.
    of: MarkIndex,
}

impl Mark {
    /// A mark, from the top of its text.
    pub fn new(of: MarkIndex) -> Self {
        Self {
            list: List::default(),
            of,
        }
    }
}

impl Screen for Mark {
    fn scope(&self) -> Scope {
        Scope::Mark
    }

    fn trail<'a>(&'a self, state: &'a State, names: Names) -> Trail<'a> {
        let field = state.field();
        let parts = [
            (Role::Field(field.get()), field_name(state, field, names).into()),
            (Role::Strong, mark_name(state, names).into()),
        ];
        under_home(state, parts)
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::PageUp | Action::PageDown => self.walk(action, state),
            Action::First | Action::Last => Outcome::Pass,
            Action::Open => Outcome::Act(Action::Note),
            Action::Left => self.act(Action::Previous, state),
            Action::Right => self.act(Action::Next, state),
            action if field::step(action, state) => Outcome::Done,
            _ => Outcome::Pass,
        }
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let places = places(body);
        let layout = places.layout;
        let rest = parts(state, look, frame, &layout, self.list(state), self.scope());
        for (cell, sign) in rest.neighbours.iter().zip(["←", "→"]) {
            neighbour(state, look, frame, cell, sign);
        }
        if let Some(area) = places.rose {
            profile(state, look, frame, area);
        }
        Some(layout.dial.as_position())
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let layout = places(body).layout;
        if layout.dial.contains(at) {
            return Some(Target::Dial(state.cursor, layout.dial));
        }
        if places(body).rose.is_some_and(|area| area.contains(at)) {
            return Some(Target::Action(0, Action::Rose));
        }
        hit_boxes(state, &layout, self.list(state), self.scope(), at)
    }

    fn in_view(&self, state: &State) -> Vec<MarkIndex> {
        list::read_to_the_end(self, state)
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        places(body).layout.text
    }

    fn page(&self, state: &State, _: u16) -> Page {
        texts(state, &places(state.body()).layout, self.scope()).0
    }

    fn list(&self, state: &State) -> List {
        match self.of == state.cursor {
            true => self.list,
            false => List::default(),
        }
    }

    fn set_list(&mut self, list: List, state: &mut State) {
        (self.list, self.of) = (list, state.cursor);
    }

    fn asked(&self, state: &State) -> Option<Asked> {
        Some(Asked::About(state.cursor))
    }
}

/// Draws the selected mark: its dial, what that says, its texts as far as they are scrolled, its course over time where
/// there is room. Returns what stands in the room that is left.
pub(super) fn parts(
    state: &State,
    look: &Look,
    frame: &mut Frame<'_>,
    layout: &Layout,
    list: List,
    scope: Scope,
) -> Rest {
    marks::large_dial(state, look, frame, state.cursor, layout.dial);
    let mut told = stands(state, look, frame, layout);
    let (page, need) = texts(state, layout, scope);
    list.draw(look, frame, layout.text, &page);
    if let Some(need) = need {
        let area = Rect {
            y: layout.words.y + told as u16 + 1,
            height: need.lines.len() as u16,
            ..layout.words
        };
        frame.render_widget(look.text(&need, 0, area.height), area);
        told += need.lines.len() + 1;
    }
    let rest = Rest::new(state, layout, told, page.lines.len());
    if let Some(area) = rest.course {
        course(state, look, frame, area);
    }
    rest
}

/// What the mouse hits of what stands around the dial of the selected mark: a box does what the key in its heading does.
pub(super) fn hit_boxes(
    state: &State,
    layout: &Layout,
    list: List,
    scope: Scope,
    at: Position,
) -> Option<Target> {
    let (page, apart) = texts(state, layout, scope);
    let mut told = words(state, layout).lines.len();
    let note = Some(Target::Action(0, Action::Note));
    match apart {
        Some(need) => {
            let from = layout.words.y + told as u16 + 1;
            let rows = need.lines.len();
            told += rows + 1;
            if layout.words.contains(at) && (from..from + rows as u16).contains(&at.y) {
                return note;
            }
        }
        None if layout.text.contains(at) => {
            let row = usize::from(at.y - layout.text.y) + list.scroll;
            let has_key = |line: &Line| line.iter().any(|span| span.role == Role::Key);
            let from = page.lines.iter().position(has_key);
            let rows = need(state, layout.text.width, scope).lines.len();
            if from.is_some_and(|from| (from..from + rows).contains(&row)) {
                return note;
            }
        }
        None => {}
    }
    let rest = Rest::new(state, layout, told, page.lines.len());
    if rest.course.is_some_and(|area| area.contains(at)) {
        return Some(Target::Action(0, Action::Bearings));
    }
    marks::hit(&rest.neighbours, at)
}

/// Draws what the dial of the selected mark says in words, under it or beside it. Returns how many rows that takes.
pub fn stands(state: &State, look: &Look, frame: &mut Frame<'_>, layout: &Layout) -> usize {
    let page = words(state, layout);
    let text = look.text(&page, 0, layout.words.height);
    let text = if layout.beside { text } else { text.centered() };
    frame.render_widget(text, layout.words);
    page.lines.len()
}

/// Where the dial of the selected mark stands, its share, and the last bearing; under its title where the dial stands
/// beside it.
fn words(state: &State, layout: &Layout) -> Page {
    let (mark, text) = (state.cursor, state.text());
    let value = state.value(mark);
    let mut page = Page::new(layout.words.width);
    if is_title_beside(state, layout) {
        for line in wrap_title(state.mark_title(mark), page.width) {
            page.line([(Role::Strong, line)]);
        }
    }
    let field = Role::Field(state.framework.field_of(mark).get());
    page.line([
        (field, value.text().to_owned()),
        (Role::Strong, format!(" {}", text.stand(value))),
    ]);
    page.paragraph(Role::Muted, &text.attention(&text.percent(state.weight(mark))), 0);
    if let (Some(bearing), Some(ghost)) = (state.ghost_bearing(), state.ghost(mark)) {
        page.paragraph(Role::Muted, &text.stood(bearing.at.date(), ghost), 0);
    }
    if !layout.beside {
        weight(state, &mut page);
    }
    page
}

/// True where the title stands beside the dial, over where that stands; a longer one stands over the text.
fn is_title_beside(state: &State, layout: &Layout) -> bool {
    let title = wrap_title(state.mark_title(state.cursor), layout.words.width.into());
    layout.beside && title.len() < layout.words.height.into()
}

/// Puts what a weight is on a page until there is a bearing: here a leader first wonders what the per cent are.
fn weight(state: &State, page: &mut Page) {
    if state.profile().last_bearing().is_none() {
        let told = state.text().weight_is(state.framework.mark_count());
        page.paragraph(Role::Muted, &told, 0);
    }
}

/// A mark that ←→ leads to: which key that is, its dial where there is room for it, its name.
fn neighbour(state: &State, look: &Look, frame: &mut Frame<'_>, cell: &MarkCell, sign: &str) {
    if cell.dial.height > 1 {
        marks::dial(state, look, frame, cell.mark, cell.dial);
        marks::named(state, look, frame, cell, Role::Muted, false);
        let at = if sign == "←" {
            cell.area.x
        } else {
            cell.area.right().saturating_sub(1)
        };
        let style = look.style(Role::Key);
        write(frame.buffer_mut(), at, cell.dial.y, sign, 1, style);
        return;
    }
    let name = &state.names().mark(cell.mark).short;
    let value = state.value(cell.mark).text();
    let field = Role::Field(state.framework.field_of(cell.mark).get());
    let line = look.line([
        (Role::Key, sign),
        (Role::Muted, " "),
        (Role::Muted, name),
        (Role::Muted, " "),
        (field, value),
    ]);
    frame.render_widget(line, cell.area);
}

/// The rose of all marks, and under it all of them as scales where there is room.
fn profile(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let key = state.keymap.key_of(Action::Rose).map(|key| key.to_string());
    let key = key.unwrap_or_default();
    let title = [
        (Role::Key, &*key),
        (Role::Muted, " "),
        (Role::Muted, state.text().rose),
    ];
    let inner = Panel::new(&title).draw(look, frame, area);
    let shares: Vec<f64> = state
        .framework
        .field_indices()
        .map(|field| state.field_weight(field))
        .collect();
    let page = marks::scale_rows(state, inner.width, &shares, Some(state.cursor));
    let rows = page.lines.len() as u16;
    let round = (inner.width / 2).min(inner.height);
    let under = inner.height - round > rows;
    let picture = Rect {
        height: inner.height - if under { rows + 1 } else { 0 },
        ..inner
    };
    let stands = |mark| rose::Stand::now(state, mark);
    frame.render_widget(rose::picture(state, look, stands), picture);
    if under {
        let list = Rect {
            y: inner.bottom() - rows,
            height: rows,
            ..inner
        };
        frame.render_widget(look.text(&page, 0, rows), list);
        let stands = |mark| (state.value(mark), state.ghost(mark));
        marks::scales(state, look, frame, list, (&page, 0), stands);
    }
}

/// Where the mark stood at each bearing and stands now.
fn course(state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let bearings: Vec<_> = state.profile().bearings.iter().collect();
    let text = state.text().bearings;
    let key = state.keymap.key_of(Action::Bearings).map(|key| key.to_string());
    let key = key.unwrap_or_default();
    let title = [
        (Role::Key, &*key),
        (Role::Muted, " "),
        (Role::Muted, text.over_time),
    ];
    let inner = Panel::new(&title).draw(look, frame, area);
    // no more than there can be room for
    let bearings = &bearings[bearings.len().saturating_sub(inner.width.into())..];
    let id = &state.framework.mark(state.cursor).id;
    let value = |bearing| Picture::At(bearing).value(id).get().into();
    let earlier: Vec<i16> = bearings.iter().copied().map(value).collect();
    let course = Course {
        earlier: &earlier,
        last: state.value(state.cursor).get().into(),
        most: DialValue::MAX.get().into(),
        past: look.style(Role::Field(state.field().get())),
        now: look.style(Role::Strong),
        scale: look.style(Role::Muted),
    };
    let rows = inner.height - 1;
    let picture = Rect {
        height: rows - u16::from(rows.is_multiple_of(2)),
        ..inner
    };
    frame.render_widget(&course, picture);
    let place = course.place(picture);
    let shown = &bearings[bearings.len() + 1 - place.shown.max(1)..];
    let since = shown.first().or(bearings.first());
    let since = since.map_or_else(String::new, |bearing| text.date(bearing.at.date()));
    let bottom = inner.bottom() - 1;
    let now = text.now.width() as u16;
    let buffer = frame.buffer_mut();
    let muted = look.style(Role::Muted);
    let end = write(buffer, place.left, bottom, &since, inner.width, muted);
    let right = place.right.max(end + 1 + now);
    let strong = look.style(Role::Strong);
    write(buffer, right - now, bottom, text.now, now, strong);
}

/// What the selected mark says: its title where it is to stand here, its definition, every level, the own one in light,
/// and `with_need` the need it is turned for, with the key that writes it in that scope.
fn page(state: &State, layout: &Layout, with_need: Option<Scope>) -> Page {
    let (width, titled) = (layout.text.width, !is_title_beside(state, layout));
    let mark = state.cursor;
    let text = state.text();
    let field = state.framework.field_of(mark).get();
    let shown = state.framework.mark(mark);
    let english = state.english_mark(mark);
    let mut page = Page::new(width);
    if titled {
        for line in wrap_title(state.mark_title(mark), usize::from(width).saturating_sub(2)) {
            page.line([(Role::Field(field), "▌ ".to_owned()), (Role::Strong, line)]);
        }
        page.blank();
    }
    page.paragraph(Role::Text, &shown.definition, 0);
    if let Some(footnote) = &shown.footnote {
        page.paragraph(Role::Muted, &format!("* {footnote}"), 0);
    }
    if let Some(english) = english {
        let definition = format!("{} ({})", english.definition, text.unofficial);
        page.paragraph(Role::Muted, &definition, 0);
    }
    page.blank();
    levels(state, &mut page, width);
    if let Some(scope) = with_need {
        page.blank();
        page.lines.append(&mut need(state, width, scope).lines);
    }
    if layout.beside {
        weight(state, &mut page);
    }
    page
}

/// The need the selected mark is turned for, or an invitation to write it with the key of that scope, in a frame.
fn need(state: &State, width: u16, scope: Scope) -> Page {
    let text = state.text();
    let mut inner = Page::new(width.saturating_sub(4));
    let note = state.profile().note(&state.framework.mark(state.cursor).id);
    if note.is_empty() {
        inner.paragraph(Role::Muted, text.invite_need, 0);
    } else {
        inner.paragraph(Role::Text, note, 0);
    }
    links(state, state.cursor, &mut inner);
    let keys = state.keymap.keys(Action::Note, scope);
    let key = keys.split(' ').next().unwrap_or_default();
    let title = [
        (Role::Key, key.to_owned()),
        (Role::Muted, format!(" {}", text.which_need)),
    ];
    let mut framed = Page::new(width);
    framed.framed(inner, Role::Border, &title, false);
    framed
}

/// The text of the selected mark, and what stands in a frame under its dial instead: the need, where both have room for
/// all of it only so.
pub(super) fn texts(state: &State, layout: &Layout, scope: Scope) -> (Page, Option<Page>) {
    let whole = page(state, layout, Some(scope));
    if layout.beside || whole.lines.len() <= layout.text.height.into() {
        return (whole, None);
    }
    let need = need(state, layout.words.width, scope);
    let told = words(state, layout).lines.len() + 1;
    match told + need.lines.len() <= layout.words.height.into() {
        true => (page(state, layout, None), Some(need)),
        false => (whole, None),
    }
}

/// Puts every level of the selected mark on its page, in frames side by side where there is room.
fn levels(state: &State, page: &mut Page, width: u16) {
    let mark = state.cursor;
    let text = state.text();
    let field = state.framework.field_of(mark).get();
    let shown = state.framework.mark(mark);
    let english = state.english_mark(mark);
    let count = shown.levels.len() as u16;
    let side_by_side = count > 1 && width / count >= 24;
    let gap = 2;
    let room = if side_by_side {
        (width - gap * (count - 1)) / count
    } else {
        width
    };
    // the last line of the own level's text in its frame
    let mut own_end = None;
    let mut frames: Vec<Page> = (0..shown.levels.len())
        .map(|level| {
            let own = level == state.own_level();
            let (edge, role) = if own {
                (Role::Field(field), Role::Text)
            } else {
                (Role::Border, Role::Muted)
            };
            let mut inner = Page::new(room.saturating_sub(4));
            let named = if own { Role::Strong } else { Role::Muted };
            let mut name = state.level_names()[level].clone();
            // a name that the edge has no room for stands whole under the level's number
            if name.width() + 5 > usize::from(room) {
                inner.paragraph(named, &name, 0);
                name = capital(&format!("{} {}", text.level, level + 1));
            }
            let mut title = vec![(named, name.clone())];
            if own && count > 1 {
                let word = format!(" · {}", text.own_level);
                if name.width() + word.width() + 5 <= usize::from(room) {
                    title.push((Role::Field(field), word));
                } else {
                    inner.paragraph(Role::Field(field), text.own_level, 0);
                }
            }
            inner.paragraph(role, &shown.levels[level], 0);
            if own {
                own_end = Some((level, inner.lines.len()));
            }
            if let Some(english) = english {
                inner.blank();
                inner.paragraph(Role::Muted, &english.levels[level], 0);
            }
            let mut framed = Page::new(room);
            framed.framed(inner, edge, &title, own);
            framed
        })
        .collect();
    if let Some((level, end)) = own_end {
        let before = if side_by_side { 0 } else { level };
        let over: usize = frames.iter().take(before).map(|frame| frame.lines.len()).sum();
        page.own_ends.push((mark, page.lines.len() + over + end));
    }
    if side_by_side {
        even(&mut frames, room);
        let at = usize::from(room + gap);
        let joined = frames.into_iter().reduce(|left, right| {
            let at = left
                .lines
                .first()
                .map_or(at, |line| line_width(line) + usize::from(gap));
            let mut both = Page::new(width);
            both.beside(left, right, at);
            both
        });
        page.lines.extend(joined.unwrap_or_default().lines);
    } else {
        for framed in frames {
            page.lines.extend(framed.lines);
        }
    }
}

fn line_width(line: &Line) -> usize {
    line.iter().map(|span| span.text.width()).sum()
}

/// Makes frames the same height by empty lines before the last one.
fn even(frames: &mut [Page], width: u16) {
    let most = frames.iter().map(|frame| frame.lines.len()).max().unwrap_or(0);
    for frame in frames {
        while frame.lines.len() < most {
            let mut line = frame.lines[1].clone();
            let inner: usize = usize::from(width).saturating_sub(4);
            line.truncate(1);
            let edge = line[0].text.chars().next().unwrap_or(' ');
            line.push(Span {
                role: line[0].role,
                text: format!("{:inner$} {edge}", ""),
            });
            let last = frame.lines.len() - 1;
            frame.lines.insert(last, line);
        }
    }
}
