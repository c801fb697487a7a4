//! Two versions of the open profile, merged difference by difference: what is chosen where, and the two side by side. Owns
//! which one is selected; the differences and the choices are core's, and the files a [`ProfileCommand`]'s.

mod page;

use super::{
    Effect, Outcome, Screen, Target,
    action::Action,
    list::List,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    framework::MarkIndex,
    merge::{Difference, Keep, Merging},
    session::ProfileCommand,
};
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

/// A merge that is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// The other version, and what was chosen.
    pub merging: Merging,
    list: List,
}

impl Merge {
    /// The differences of a merge.
    pub fn new(merging: Merging) -> Self {
        Self {
            merging,
            list: List::default(),
        }
    }

    /// The differences, each with what goes on.
    fn rows(&self, state: &State) -> Vec<(Difference, Keep)> {
        let differences = state.session.differences(&self.merging);
        let chosen = |difference: Difference| {
            let keep = self.merging.keep(&difference);
            (difference, keep)
        };
        differences.into_iter().map(chosen).collect()
    }

    /// The mark that the selected difference is about, where it is about one.
    fn mark(&self, state: &State) -> Option<MarkIndex> {
        let (difference, _) = self.rows(state).into_iter().nth(self.list.selected)?;
        state.framework.mark_by_id(difference.about.mark()?)
    }

    /// Which version of the selected difference goes on.
    fn choose(&mut self, keep: Keep, state: &mut State) {
        let Some((difference, now)) = self.rows(state).into_iter().nth(self.list.selected) else {
            return;
        };
        let keep = match keep {
            Keep::Both if !difference.joins => {
                state.message = Some(state.text().merge.only_one.to_owned());
                return;
            }
            // a second time it takes itself back
            Keep::Both if now == Keep::Both => Keep::Mine,
            keep => keep,
        };
        self.merging.choose(difference.about, keep);
        self.settle(state);
    }

    /// The other version of the selected difference than the one that goes on.
    fn choose_other(&mut self, state: &mut State) {
        match self.rows(state).get(self.list.selected) {
            Some((_, Keep::Mine)) => self.choose(Keep::Theirs, state),
            Some(_) => self.choose(Keep::Mine, state),
            None => {}
        }
    }

    /// One version of every difference goes on.
    fn choose_all(&mut self, keep: Keep, state: &State) {
        for difference in state.session.differences(&self.merging) {
            self.merging.choose(difference.about, keep);
        }
    }
}

impl Screen for Merge {
    fn scope(&self) -> Scope {
        Scope::Merge
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().merge.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Left => self.choose(Keep::Mine, state),
            Action::Right => self.choose(Keep::Theirs, state),
            Action::Pick => self.choose(Keep::Both, state),
            Action::Open => self.choose_other(state),
            Action::AllMine => self.choose_all(Keep::Mine, state),
            Action::AllTheirs => self.choose_all(Keep::Theirs, state),
            // one whole version goes on, and nothing is merged
            Action::KeepMine | Action::KeepTheirs => {
                return Outcome::Steps(vec![Outcome::Back, Outcome::Act(action)]);
            }
            Action::KeepMerged => return Outcome::Do(Effect::Profile(ProfileCommand::KeepMerged)),
            Action::Back => {
                // the two versions stay as they are
                state.message = Some(state.text().merge.left.to_owned());
                return Outcome::Back;
            }
            action => {
                let outcome = self.walk(action, state);
                if outcome == Outcome::Done {
                    // the selected one has more lines than the others
                    self.settle(state);
                }
                return outcome;
            }
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let room = room(body);
        let head = page::head(self, state, &room);
        let words = state.text().merge;
        if let Some(area) = room.framed {
            Panel::new(&[(Role::Strong, words.title)]).draw(look, frame, area);
        }
        frame.render_widget(look.text(&head, 0, room.head.height), room.head);
        let selected = self.draw_page(state, look, frame, body);
        let names = [words.mine, words.theirs];
        for (area, name) in room.boxes().into_iter().flatten().zip(names) {
            Panel::new(&[(Role::Strong, name)]).draw(look, frame, area);
        }
        Some(selected)
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let room = room(body);
        let page = page::page(self, state, &room);
        let entry = self.list.hit(&page, room.list, at)?;
        let line = usize::from(at.y - room.list.y) + self.list.scroll;
        if line >= page.end_of(entry) {
            return None;
        }
        let beside = room.inline || line > page.anchors[entry];
        Some(match beside && at.x >= room.mine {
            true if at.x < room.theirs => Target::Action(entry, Action::Left),
            true => Target::Action(entry, Action::Right),
            false => Target::Entry(entry),
        })
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        room(body).list
    }

    fn page(&self, state: &State, _: u16) -> Page {
        page::page(self, state, &room(state.body()))
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    /// The mark that the selected difference is about is the selected mark.
    fn set_list(&mut self, list: List, state: &mut State) {
        self.list = list;
        if let Some(mark) = self.mark(state) {
            state.cursor = mark;
        }
    }
}

/// Where the two versions stand: a list of differences, with a column for each version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Room {
    /// The box around all of it, where there is one.
    framed: Option<Rect>,
    /// Whose column is whose.
    head: Rect,
    /// The differences.
    list: Rect,
    /// The first column of mine.
    mine: u16,
    /// The first column of theirs.
    theirs: u16,
    /// How wide each is, in cells.
    side: u16,
    /// True where what a difference is about stands before the two, and not over them.
    inline: bool,
    /// True where each version stands in a box.
    boxed: bool,
}

impl Room {
    /// The boxes of the two versions, where they have them.
    fn boxes(&self) -> Option<[Rect; 2]> {
        let of = |x: u16| Rect {
            x: x - 2,
            y: self.list.y - 1,
            width: self.side + 4,
            height: self.list.height + 2,
        };
        self.boxed.then(|| [of(self.mine), of(self.theirs)])
    }
}

/// The rooms in `body`.
fn room(body: Rect) -> Room {
    const MOST: u16 = 192;
    const INLINE: u16 = 110;
    /// The least body with boxes, columns and rows.
    const BOXED: (u16, u16) = (72, 14);
    let roomy = body.width >= BOXED.0 && body.height >= BOXED.1;
    let boxed = roomy && body.width > INLINE;
    let framed = (roomy && !boxed).then_some(body);
    let body = framed.map_or(body, panel::inner);
    // the scroll bar stands on the frame, else in the last column
    let spare = u16::from(framed.is_none());
    let width = body.width.saturating_sub(spare).min(MOST);
    let gap = match (boxed, width) {
        (true, _) => 5,
        (false, 60..) => 2,
        (false, _) => 1,
    };
    let x = body.x + (body.width.saturating_sub(spare) - width) / 2;
    let inline = width >= INLINE;
    // before the first side: the bar of the selected line and its name, or an indentation
    let before = if inline { width * 3 / 10 + 2 } else { 2 };
    // after the second its border
    let after = if boxed { 2 } else { 0 };
    let side = width.saturating_sub(before + gap + after) / 2;
    // where there is room, where the other version lies as well, and air
    let rows = match body.height {
        ..12 => 1,
        12..24 => 2,
        _ => 3,
    };
    let under = u16::from(boxed);
    Room {
        framed,
        head: Rect::new(x, body.y, width, rows),
        list: Rect::new(x, body.y + rows, width, body.height.saturating_sub(rows + under)),
        mine: x + before,
        theirs: x + before + side + gap,
        side,
        inline,
        boxed,
    }
}
