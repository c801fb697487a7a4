//! The team screen: one line a mark with everyone on its scale, and beside it what the selected mark is and who stands
//! where.

use crate::core::{
    dial::DialValue,
    fault::Fault,
    sanitise::clean,
    team::{AGREE, Leader, Order, Row},
};
use crate::screens::{action::Action, colleagues::Sharing, scope::Scope, state::State};
use crate::ui::page::{Line, Page, Span, wrap_title};
use crate::ui::theme::Role;
use unicode_width::UnicodeWidthStr;

/// How many names are said at one detent before the rest are counted.
const NAMED: usize = 12;

/// How wide everything in a line of the list is, in cells.
#[derive(Clone, Copy, Debug)]
struct Columns {
    /// The bar of the selected line and the mark's number.
    position: usize,
    /// The mark's name.
    name: usize,
    /// One detent.
    detent: usize,
    /// True where all the marks' full names fit, so that all are shown alike.
    full: bool,
    /// True where the detents stand under the name: beside it there is no room for numbers as large as these.
    under: bool,
}

/// Cells before the detents where they stand under the name.
const UNDER: usize = 4;

/// The last column: the spread, or what moved.
const FIGURE: usize = 5;

impl Columns {
    fn of(state: &State, width: usize) -> Self {
        const LEAST_NAME: usize = 10;
        let marks = state.framework.mark_indices();
        let positions = marks.map(|mark| state.framework.position(mark).width());
        let position = positions.max().unwrap_or(0) + 2;
        let most = state.team.view.leaders.len().to_string().len();
        // the sign of the reader's own stands beside the number
        let air = if state.team.you().is_some() { 3 } else { 2 };
        let rest = width.saturating_sub(position + FIGURE + LEAST_NAME);
        // as many cells as the largest number and a bracket on either side need, and a little more air where there is room
        let detent = (rest / 11)
            .min((most + air).max(if width >= 105 {
                5
            } else if width >= 90 {
                4
            } else {
                3
            }))
            .max(1);
        // numbers of more than one digit need a blank between them
        let under = most > 1 && detent <= most;
        let detent = match under {
            true => (width.saturating_sub(UNDER) / 11).clamp(1, most + air),
            false => detent,
        };
        let beside = if under { 0 } else { 11 * detent };
        let name = width.saturating_sub(position + FIGURE + beside);
        let titles = state.names().marks().map(|(.., mark)| mark.title.width());
        Self {
            position,
            name,
            detent,
            full: titles.max().unwrap_or(0) < name,
            under,
        }
    }
}

/// Over the list: who is looked at, and the numbers of the scale.
pub fn head(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let columns = Columns::of(state, usize::from(width));
    if state.team.view.leaders.is_empty() || state.team.is_too_few().is_some() {
        page.line([(Role::Muted, facts(state))]);
        return page;
    }
    let order = format!("‹ {} ›", state.text().team.orders[state.team.order_at()]);
    let before = match columns.under {
        true => UNDER,
        false => columns.position + columns.name,
    };
    let mut line: Line = Vec::new();
    if order.width() >= before {
        page.line([(Role::Accent, format!("{order}  ")), (Role::Muted, facts(state))]);
        line.push(Span {
            role: Role::Muted,
            text: " ".repeat(before),
        });
    } else {
        page.line([(Role::Muted, facts(state))]);
        line.push(Span {
            role: Role::Accent,
            text: fit(&order, before),
        });
    }
    let scale = (DialValue::MIN.get()..=DialValue::MAX.get()).map(|value| {
        let whole = DialValue::new(value.into()).map_or_else(String::new, |value| value.to_string());
        let name = match (columns.detent, value) {
            (3.., _) | (2, -5 | 0 | 5) => whole,
            // only the sign of the ends has room
            (1, -5 | 0 | 5) => whole.chars().take(1).collect(),
            _ => String::new(),
        };
        centred(&name, columns.detent)
    });
    line.push(Span {
        role: Role::Muted,
        text: scale.collect(),
    });
    page.lines.push(line);
    page
}

/// Over the list of people: who is looked at.
pub fn people_head(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    page.line([(Role::Muted, facts(state))]);
    page.line([(Role::Muted, state.text().team.people.to_owned())]);
    page
}

/// How many profiles there are, which, and how many were left out.
fn facts(state: &State) -> String {
    let words = state.text().team;
    let seen = &state.team;
    let Some(team) = &seen.team else {
        return match seen.is_reading {
            true => format!("{} …", words.reading),
            false => String::new(),
        };
    };
    let exports = state.text().export;
    let level = seen.filter.level.map(usize::from);
    let level = level.and_then(|level| state.level_names().get(level - 1).cloned());
    let unit = seen.filter.unit.as_ref().map(|unit| clean(unit).into_owned());
    let left_out = team.skipped.len();
    let facts = [
        Some(exports.profiles(seen.view.leaders.len())),
        level,
        unit.filter(|_| !seen.hide_names),
        seen.hide_names.then(|| words.no_names.to_owned()),
        (left_out > 0).then(|| exports.left_out(left_out)),
        seen.is_reading.then(|| format!("{} …", words.reading)),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// One line a mark, and under them what the group agrees on and which files were left out.
pub fn list(state: &State, width: u16) -> Page {
    let words = state.text().team;
    let mut page = Page::new(width);
    let seen = &state.team;
    let Some(team) = &seen.team else {
        if state.preferences.team.is_empty() {
            page.paragraph(Role::Text, words.no_folder, 0);
            keys(state, &mut page);
        }
        return page;
    };
    if team.leaders.is_empty() {
        page.paragraph(Role::Text, words.nobody, 0);
        page.paragraph(Role::Text, &own(state), 0);
        keys(state, &mut page);
    } else if let Some(fault) = seen.is_too_few() {
        page.paragraph(Role::Text, &state.lang.fault(&fault), 0);
    } else {
        let columns = Columns::of(state, usize::from(width));
        // on a wall there is room for air
        let rows = seen.view.rows.len();
        let airy = usize::from(state.size.height) > 2 * rows + 16;
        for (at, row) in seen.view.rows.iter().enumerate() {
            if airy && at > 0 {
                page.blank();
            }
            page.anchor();
            page.lines.extend(mark(state, row, columns));
        }
        page.close();
        page.blank();
        page.paragraph(Role::Text, &own(state), 1);
        page.paragraph(Role::Text, &missing(state), 1);
        page.paragraph(Role::Muted, &words.legend(seen.you().is_some()), 1);
        let agreed: Vec<&str> = seen
            .view
            .rows
            .iter()
            .filter(|row| row.agrees())
            .map(|row| state.names().mark(row.mark).short.as_str())
            .collect();
        if !agreed.is_empty() {
            let agreed = words.agree(&agreed.join(", "), AGREE);
            page.paragraph(Role::Muted, &format!("{agreed}."), 1);
        }
    }
    if !team.skipped.is_empty() {
        page.blank();
        let count = state.text().export.left_out(team.skipped.len());
        page.paragraph(Role::Strong, &count, 1);
        // a file's name often says whose it is
        let named = team.skipped.iter().filter(|_| !seen.hide_names);
        for skipped in named {
            page.paragraph(Role::Muted, &state.lang.skipped(&skipped.by_file_name()), 1);
        }
    }
    page.blank();
    let watched = if seen.is_watched {
        words.watched
    } else {
        words.unwatched
    };
    page.paragraph(Role::Muted, watched, 1);
    page
}

/// A mark: its name, everyone at their detent, the median in brackets, and how far apart they stand; in two lines where one
/// has no room for that.
fn mark(state: &State, row: &Row, columns: Columns) -> Vec<Line> {
    let selected = row.mark == state.cursor;
    let shown = state.names().mark(row.mark);
    let field = state.framework.field_of(row.mark).get();
    let (bar, role) = if selected {
        ("▌", Role::Strong)
    } else {
        (" ", Role::Text)
    };
    let span = |role: Role, text: String| Span { role, text };
    let name = if columns.full { &shown.title } else { &shown.short };
    let position = state.framework.position(row.mark);
    let mut line: Line = vec![
        span(Role::Field(field), bar.to_owned()),
        span(Role::Field(field), fit(&position, columns.position - 1)),
        span(role, fit(name, columns.name)),
    ];
    let mut detents_of: Line = Vec::new();
    if columns.under {
        detents_of.push(span(Role::Field(field), format!("{bar:<UNDER$}")));
    }
    let own = state.team.you().map(|you| you.values[row.mark.get()].get());
    let own = own.map(|own| usize::from((own - DialValue::MIN.get()).unsigned_abs()));
    detents_of.extend(detents(row, own, columns.detent, field));
    let figure = match state.team.order {
        Order::Movement => row.movement,
        _ => row.spread.into(),
    };
    // a cell of air before the bar that scrolls the list
    let figure = span(role, format!("{figure:>0$} ", FIGURE - 1));
    match columns.under {
        true => {
            line.push(figure);
            vec![line, detents_of]
        }
        false => {
            line.extend(detents_of);
            line.push(figure);
            vec![line]
        }
    }
}

/// How many stand at each detent of a mark, each in `detent` cells, with the median in brackets and `own` as the reader's
/// place.
pub(in crate::screens) fn detents(row: &Row, own: Option<usize>, detent: usize, field: usize) -> Line {
    let span = |role: Role, text: String| Span { role, text };
    let mut line = Line::new();
    for (at, count) in row.at.iter().enumerate() {
        let (open, close) = brackets(row, at);
        let is_own = own == Some(at);
        let sign = match count {
            0 => "·".to_owned(),
            1 if is_own => "◆".to_owned(),
            1 => "●".to_owned(),
            count if is_own && count.to_string().len() < detent => format!("{count}◆"),
            _ if is_own => "◆".to_owned(),
            count if count.to_string().len() > detent => "#".to_owned(),
            count => count.to_string(),
        };
        let role = match count {
            0 => Role::Border,
            _ => Role::Field(field),
        };
        if detent < sign.width() + 2 {
            // too narrow for brackets: the median is said beside it
            line.push(span(role, centred(&sign, detent)));
            continue;
        }
        let left = (detent - sign.width()) / 2;
        let right = detent - sign.width() - left;
        let side = |sign: &'static str, on: bool| if on { sign } else { " " };
        line.push(span(Role::Strong, format!("{:>left$}", side("[", open))));
        line.push(span(role, sign));
        line.push(span(Role::Strong, format!("{:<right$}", side("]", close))));
    }
    line
}

/// How it stands with what the reader has shared, and the keys for it.
pub fn own(state: &State) -> String {
    let words = state.text().sharing;
    let [share, take_back] = [Action::Share, Action::TakeBack].map(|action| {
        let keys = state.keymap.keys(action, Scope::Team);
        keys.split(' ').next().unwrap_or_default().to_owned()
    });
    let why = |fault: &Fault| state.lang.fault(&fault.by_file_name());
    let said = match (&state.team.sharing, state.team.own_share()) {
        (Sharing::Underway, _) => words.underway.to_owned(),
        (Sharing::NotPut(fault), _) => words.not_shared(&why(fault), &share),
        (Sharing::NotTaken(fault), _) => words.not_taken_back(&why(fault), &take_back),
        (Sharing::Idle, None) => format!("{}. {}", words.not_yet, words.key_puts(&share)),
        (Sharing::Idle, Some(leader)) => {
            let marks = state.framework.mark_indices();
            let turned = marks.filter(|mark| state.value(*mark) != leader.values[mark.get()]);
            let since = leader.shared.map(|at| words.since(at.date(), turned.count()));
            format!(
                "{}. {}",
                since.unwrap_or_default(),
                words.again(&share, &take_back)
            )
        }
    };
    format!("{said}.")
}

/// Whether the median's brackets open before this detent and close after it: around the detent it lies on, or around the
/// two it lies between.
pub(in crate::screens) fn brackets(row: &Row, at: usize) -> (bool, bool) {
    if row.count() == 0 {
        return (false, false);
    }
    let value = at as f64 + f64::from(DialValue::MIN.get());
    (row.median.floor() == value, row.median.ceil() == value)
}

/// The keys that bring colleagues here, where there are none.
fn keys(state: &State, page: &mut Page) {
    page.blank();
    let words = state.text().team;
    let does = [
        (Action::Settings, words.sets_folder),
        (Action::ReadAgain, state.text().actions.read_again),
    ];
    for (action, said) in does {
        let key = state.keymap.key_of(action).map(|key| key.to_string());
        page.line([
            (Role::Key, format!("{:<3}", key.unwrap_or_default())),
            (Role::Text, said.to_owned()),
        ]);
    }
}

/// Who was at the gathering before and is not here yet; empty where nobody is, or names stay at home.
fn missing(state: &State) -> String {
    let seen = &state.team;
    let (Some(before), Some(team)) = (seen.before.as_ref().filter(|_| !seen.hide_names), &seen.team) else {
        return String::new();
    };
    let names: Vec<_> = before.gathering.missing(team).into_iter().map(clean).collect();
    match names.is_empty() {
        true => String::new(),
        false => state
            .text()
            .team
            .missing(before.gathering.at.date(), &names.join(", ")),
    }
}

/// The selected mark: its name where it is `named`, its figures, who stands where, and what it is; closer together where
/// there are fewer rows.
pub fn detail(state: &State, width: u16, rows: u16, named: bool) -> Page {
    let mut page = Page::new(width);
    let row = state.team.view.rows.iter().find(|row| row.mark == state.cursor);
    let is_shown = state.team.is_too_few().is_none();
    let Some(row) = row.filter(|row| row.count() > 0 && is_shown) else {
        return page;
    };
    let (words, exports) = (state.text().team, state.text().export);
    let shown = state.framework.mark(row.mark);
    let title = wrap_title(state.mark_title(row.mark), page.width);
    for line in title.into_iter().filter(|_| named) {
        page.line([(Role::Field(state.framework.field_of(row.mark).get()), line)]);
    }
    let figures = exports.figures(row.spread, &exports.steps(row.median));
    let moved = (row.movement > 0).then(|| words.movement(row.movement));
    let moved = moved.unwrap_or_default();
    if figures.width() + moved.width() + 3 <= page.width && !moved.is_empty() {
        page.line([(Role::Strong, figures), (Role::Muted, format!(" · {moved}"))]);
    } else {
        page.paragraph(Role::Strong, &figures, 0);
        page.paragraph(Role::Muted, &moved, 0);
    }
    if let Some(before) = &state.team.before {
        let then = &before.rows[row.mark.get()];
        let figures = exports.figures(then.spread, &exports.steps(then.median));
        page.paragraph(Role::Muted, &words.then(before.gathering.at.date(), &figures), 0);
    }
    page.blank();
    let stands = stands(state, row);
    let before = page.lines.len();
    for (value, who) in &stands {
        let mut named = Page::new(width.saturating_sub(4));
        named.paragraph(Role::Text, who, 0);
        let mut number = Page::new(3);
        let field = state.framework.field_of(row.mark).get();
        number.line([(Role::Field(field), format!("{value:>3}"))]);
        page.beside(number, named, 4);
    }
    if page.lines.len() > usize::from(rows) {
        page.lines.truncate(before);
        page.lines.retain(|line| !line.is_empty());
        let together: Vec<String> = stands
            .iter()
            .map(|(value, who)| format!("{value} {who}"))
            .collect();
        page.paragraph(Role::Text, &together.join(" · "), 0);
    }
    page.blank();
    page.paragraph(Role::Muted, &shown.definition, 0);
    if let Some(english) = state.english_mark(row.mark) {
        let english = format!("{} ({})", english.definition, state.text().unofficial);
        page.paragraph(Role::Unofficial, &english, 0);
    }
    page
}

/// Who stands at each detent of a mark, or how many.
fn stands(state: &State, row: &Row) -> Vec<(DialValue, String)> {
    let words = state.text().team;
    let Some(team) = &state.team.team else {
        return Vec::new();
    };
    let said = |(value, leaders): (DialValue, Vec<&Leader>)| {
        if state.team.hide_names {
            return (value, words.stand(leaders.len()));
        }
        // the reader first, who is never one of those that are only counted
        let you = leaders.iter().filter(|leader| leader.you);
        let others = leaders.iter().filter(|leader| !leader.you);
        let names = you
            .chain(others)
            .take(NAMED)
            .map(|leader| state.lang.leader(leader));
        let mut said = names.collect::<Vec<_>>().join(", ");
        let others = leaders.len().saturating_sub(NAMED);
        if others > 0 {
            said += &format!(" {}", words.others(others));
        }
        (value, said)
    };
    state
        .team
        .view
        .standing(team, row.mark)
        .into_iter()
        .map(said)
        .collect()
}

/// A text in exactly this many cells, cut with an ellipsis.
pub(in crate::screens) fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return format!("{text}{:1$}", "", width - text.width());
    }
    let mut cut = String::new();
    for letter in text.chars() {
        if cut.width() + 2 >= width {
            break;
        }
        cut.push(letter);
    }
    let rest = width.saturating_sub(cut.width() + 1);
    format!("{cut}…{:rest$}", "")
}

/// A sign in the middle of this many cells, its last digit where a single one would stand.
fn centred(sign: &str, width: usize) -> String {
    let left = (width.saturating_sub(1) / 2).saturating_sub(sign.width().saturating_sub(1));
    fit(&format!("{:left$}{sign}", ""), width)
}
