//! What the lists list: the bindings for the help, the actions for the palette, what was found. Owns their order.

use super::{
    super::{
        action::{Action, Chapter},
        keymap::Row,
        scope::Scope,
        state::State,
    },
    Does, Entry,
};
use crate::core::{
    find::{self, Excerpt, Index, Target},
    session::Saving,
};
use crate::text::search::Kinds;

/// The most that find lists.
const MOST: usize = 40;

/// The bindings: what is special to the place where the reader stands, what can be done everywhere by chapters, then the
/// other places.
pub(super) fn help(state: &State, query: &str, here: Scope) -> Vec<Entry> {
    let text = state.text();
    let settled = is_settled(state);
    let chapter = |row: &Row| row.actions[0].0.chapter(settled);
    let rows = || {
        let rows = state.keymap.rows().iter();
        rows.filter(move |row| {
            row.actions
                .iter()
                .any(|(action, _)| is_listed(state, *action, here))
        })
    };
    let heading = |chapter| match chapter {
        Chapter::Here => text.search.here_on(here.name(text)),
        Chapter::Daily => text.search.daily.to_owned(),
        Chapter::LookingBack => text.search.looking_back.to_owned(),
        Chapter::Together => text.search.together.to_owned(),
        Chapter::More => text.search.more.to_owned(),
    };
    let chapters = [
        Chapter::Here,
        Chapter::Daily,
        Chapter::LookingBack,
        Chapter::Together,
        Chapter::More,
    ];
    let mut listed: Vec<(String, &Row)> = Vec::new();
    for wanted in chapters {
        let fit = rows().filter(|row| holds(row, here) && chapter(row) == wanted);
        listed.extend(fit.map(|row| (heading(wanted), row)));
    }
    let others = Scope::ALL.iter().filter(|scope| match scope {
        Scope::Everywhere => false,
        Scope::Merge => has_versions(state, here),
        _ => **scope != here,
    });
    for scope in others {
        let fit = rows().filter(|row| row.scopes.contains(scope));
        listed.extend(fit.map(|row| (scope.name(text).to_owned(), row)));
    }
    let entry = |(heading, row): (String, &Row)| {
        let name = row.name(text);
        let keys = row.written_keys();
        let matches = match find::fit(query, name) {
            Some((_, matches)) => matches,
            None => {
                find::fit(query, &keys).or_else(|| find::fit(query, &heading))?;
                Vec::new()
            }
        };
        let does = match &row.actions[..] {
            [(action, _)] => Does::Act(*action),
            actions => Does::Keys(actions.iter().map(|(action, _)| *action).collect()),
        };
        Some(Entry {
            group: Some(heading),
            label: keys,
            title: Excerpt {
                text: name.to_owned(),
                matches,
            },
            snippet: Excerpt::default(),
            live: holds(row, here),
            does,
        })
    };
    listed.into_iter().filter_map(entry).collect()
}

/// Every action. While nothing is typed: those that can be carried out here first, and last what belongs to later months.
/// For what is typed the closest first, whatever people call it.
pub(super) fn palette(state: &State, query: &str, here: Scope) -> Vec<Entry> {
    let text = state.text();
    let settled = is_settled(state);
    let mut found = Vec::new();
    for action in Action::ALL {
        let Some(name) = action_name(state, *action).filter(|_| is_listed(state, *action, here)) else {
            continue;
        };
        let Some((closeness, named, matches)) = find::meet(query, &name, &action.synonyms()) else {
            continue;
        };
        let rows = || state.keymap.rows().iter().filter(|row| row.has(*action));
        let live = rows().any(|row| holds(row, here));
        let alone = rows().any(|row| row.actions.len() == 1 && (holds(row, here) || !live));
        let chapter = action.chapter(settled);
        let late = chapter == Chapter::More;
        // what is typed is looked for by its name; what is only looked at stands in the order of the help
        let group = match (query.is_empty(), live) {
            (false, _) => None,
            (true, true) if late => Some(text.search.more.to_owned()),
            (true, true) => Some(text.search.here.to_owned()),
            (true, false) => Some(text.search.elsewhere.to_owned()),
        };
        let order = match query.is_empty() {
            true => (!live, late, !alone, chapter),
            false => (!live, !named, late, Chapter::Here),
        };
        found.push((
            (closeness, order),
            Entry {
                group,
                label: state.keymap.keys(*action, here),
                title: Excerpt { text: name, matches },
                snippet: Excerpt::default(),
                live,
                does: Does::Act(*action),
            },
        ));
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// What find finds.
pub(super) fn found(state: &State, index: &Index, query: &str) -> Vec<Entry> {
    let kinds = &state.text().search.kinds;
    let entry = |hit: find::Hit| Entry {
        group: None,
        label: kind(kinds, &hit.target).to_owned(),
        title: hit.title,
        snippet: hit.snippet,
        live: true,
        does: Does::Go(hit.target),
    };
    index.search(query, MOST).into_iter().map(entry).collect()
}

/// The places in which an action can be carried out.
pub(super) fn places(state: &State, action: Action) -> String {
    let rows = state.keymap.rows().iter().filter(|row| row.has(action));
    let places = rows.flat_map(|row| &row.scopes);
    let places: Vec<&str> = places.map(|scope| scope.name(state.text())).collect();
    places.join(", ")
}

/// True from the first bearing on.
fn is_settled(state: &State) -> bool {
    state.profile().last_bearing().is_some()
}

/// False for what the framework or the profile gives no cause for: fields that are not there, versions where there is one.
fn is_listed(state: &State, action: Action, here: Scope) -> bool {
    let versions = || has_versions(state, here);
    let cause = action.is_in(&state.framework) && (!action.is_about_versions() || versions());
    cause && action_name(state, action).is_some()
}

/// True where there are two versions of the profile to choose from.
fn has_versions(state: &State, here: Scope) -> bool {
    here == Scope::Merge || matches!(state.session.saving(), Saving::Conflict(_))
}

/// An action's name, with the field for those that go to one; nothing where the framework has no such field.
fn action_name(state: &State, action: Action) -> Option<String> {
    let name = action.name(state.text());
    match action {
        Action::GoField(number) => {
            let field = state.framework.field_at(usize::from(number).checked_sub(1)?)?;
            Some(format!("{name} {number} · {}", state.names().field(field).short))
        }
        _ => Some(name.to_owned()),
    }
}

/// What kind of thing was found.
fn kind(kinds: &Kinds, target: &Target) -> &'static str {
    match target {
        Target::Field(_) => kinds.field,
        Target::Mark(_) => kinds.mark,
        Target::Level(..) => kinds.level,
        Target::Note(_) => kinds.note,
        Target::Bearing(_) | Target::BearingNote(..) => kinds.bearing,
        Target::Foreword(_) => kinds.foreword,
        Target::Profile => kinds.profile,
    }
}

/// True where a line of the table holds in a place.
fn holds(row: &Row, here: Scope) -> bool {
    row.scopes.contains(&here) || !here.is_text() && row.scopes.contains(&Scope::Everywhere)
}
