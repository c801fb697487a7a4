//! What takes a while to work out and is asked for again and again: where everything stands, texts set as pages, a mark's
//! course over the bearings. Kept until the window, the profile or what it was made of is another. Owns no state of its own;
//! what is asked for again is the same as if it were made anew.

use super::{App, content, layout, page::Page, role::Role, screen::LevelView};
use crate::core::{compare::Picture, framework::MarkIndex, profile::Bearing};
use crate::text::Lang;
use ratatui::layout::Rect;
use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
    sync::Arc,
};

/// The most pages that are kept: more than any screen shows.
const PAGES: usize = 64;

/// What is kept.
#[derive(Default)]
pub(super) struct Kept {
    home: OnceCell<layout::Home>,
    pages: RefCell<Vec<(Key, Rc<Page>)>>,
    levels: RefCell<Option<(LevelKey, Rc<Page>)>>,
    past: RefCell<Option<Past>>,
}

/// Where a mark stood at every bearing.
struct Past {
    /// Of these; held, so that no other ones come to lie where they do.
    bearings: Arc<Vec<Bearing>>,
    mark: MarkIndex,
    values: Rc<[i16]>,
}

/// A page about a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// See [`content::mark`].
    Mark,
    /// See [`content::beside`].
    Beside {
        /// A fingerprint of what the profile says there.
        said: u64,
    },
    /// See [`content::named`].
    Named {
        /// Rows for all of it.
        height: u16,
        /// The role of the title.
        role: Role,
        /// With what the mark is about.
        defined: bool,
    },
    /// See [`content::in_field`].
    InField {
        /// The mark is the selected one.
        selected: bool,
        /// The title stands in the middle.
        centred: bool,
        /// With what the own level asks.
        with_level: bool,
    },
}

/// Everything that a page about a mark depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    about: About,
    mark: MarkIndex,
    width: u16,
    lang: Lang,
    level: usize,
}

/// Everything that the page of the level view depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct LevelKey {
    view: LevelView,
    cursor: MarkIndex,
    /// The values are those after so many changes of the profile.
    changes: u64,
    width: u16,
    lang: Lang,
    level: usize,
}

impl App {
    /// Where everything stands at home; `body` is that of the window.
    pub fn home_layout(&self, body: Rect) -> &layout::Home {
        self.kept.home.get_or_init(|| layout::home(body, &self.framework))
    }

    /// Where a mark stood at every bearing, in detents, the oldest first. It is read when the mark or a bearing is another.
    pub fn past(&self, mark: MarkIndex) -> Rc<[i16]> {
        let bearings = &self.profile.bearings;
        let mut past = self.kept.past.borrow_mut();
        if let Some(past) = &*past
            && past.mark == mark
            && Arc::ptr_eq(&past.bearings, bearings)
        {
            return past.values.clone();
        }
        let id = &self.framework.mark(mark).id;
        let at = |bearing| Picture::At(bearing).value(id).get().into();
        let values: Rc<[i16]> = bearings.iter().map(at).collect();
        *past = Some(Past {
            bearings: bearings.clone(),
            mark,
            values: values.clone(),
        });
        values
    }

    /// The page of the level view, set in this width: a key asks for it to scroll, to select and to draw.
    pub fn level_page(&self, view: &LevelView, width: u16) -> Rc<Page> {
        let key = LevelKey {
            view: *view,
            cursor: self.cursor,
            changes: self.changes,
            width,
            lang: self.lang,
            level: self.own_level(),
        };
        let mut levels = self.kept.levels.borrow_mut();
        if let Some((kept, page)) = &*levels
            && *kept == key
        {
            return page.clone();
        }
        let page = Rc::new(content::levels(self, view, width));
        *levels = Some((key, page.clone()));
        page
    }

    /// A page about a mark, set in this width.
    pub fn page_about(&self, about: About, mark: MarkIndex, width: u16) -> Rc<Page> {
        let key = Key {
            about,
            mark,
            width,
            lang: self.lang,
            level: self.own_level(),
        };
        let mut pages = self.kept.pages.borrow_mut();
        if let Some((_, page)) = pages.iter().find(|(kept, _)| *kept == key) {
            return page.clone();
        }
        let page = Rc::new(match about {
            About::Mark => content::mark(self, mark, width),
            About::Beside { .. } => content::beside(self, mark, width),
            About::Named {
                height,
                role,
                defined,
            } => content::named(self, mark, width, height, role, defined),
            About::InField {
                selected,
                centred,
                with_level,
            } => content::in_field(self, mark, width, selected, centred, with_level),
        });
        if pages.len() == PAGES {
            pages.clear();
        }
        pages.push((key, page.clone()));
        page
    }
}
