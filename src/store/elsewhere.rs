//! A state that its own folder would not take in time: put in another folder when the program ends, and fetched from there
//! by the next start, as a copy to be merged. Changes no profile.
//!
//! Such a file names the folder of data that it was meant for, so that no other one takes it, and its owner, so that it is
//! found whatever its profile is called by then.

use super::{
    Limits, Listed, Store,
    fs::is_own_user,
    name,
    place::{self, dated, folder, write_fault},
    same::is_same,
    slug,
};
use crate::core::{
    fault::{Cause, Fault, Notice},
    profile::Profile,
};
use crate::format;
use std::{
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

/// The most states that are looked at in one folder.
const MOST: usize = 100;

/// How long a folder may take that is written to in the place of the profile's own.
const EACH: Duration = Duration::from_millis(500);

/// The field of such a file that says for which folder of data it is.
const MEANT_FOR: &str = "unsaved";

/// A state that lies in another folder than its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere {
    /// Its file.
    pub file: PathBuf,
    /// The profile that it belongs to.
    pub slug: String,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

/// The folders that a state is put in where its own will not take it, in the order they are tried: the home folder and the
/// one for temporary files.
pub fn places_elsewhere() -> Vec<PathBuf> {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    home.into_iter().chain([std::env::temp_dir()]).collect()
}

/// True for a file that a state elsewhere has, or could get. No output goes there.
pub(super) fn is_elsewhere(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str());
    let dir = folder(file);
    name.and_then(slug_in).is_some() && places_elsewhere().iter().any(|place| is_same(dir, place))
}

/// The names that the states of a profile get there.
fn named(slug: &str, number: u64) -> String {
    match number {
        1 => format!("{slug}.unsaved.json"),
        _ => format!("{slug}.unsaved-{number}.json"),
    }
}

/// The slug in such a name; nothing where the store did not make the name.
fn slug_in(file_name: &str) -> Option<&str> {
    let (slug, what) = file_name.strip_suffix(".json")?.rsplit_once('.')?;
    let number = what.strip_prefix("unsaved")?;
    let is_number = |number: &str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let is_named = number.is_empty() || number.strip_prefix('-').is_some_and(is_number);
    (is_named && name::is_slug(slug)).then_some(slug)
}

fn slug_of(profile: &Profile) -> String {
    slug(&profile.name).unwrap_or_else(|_| super::DEFAULT_SLUG.to_owned())
}

impl Store {
    /// Keeps `profile` in another folder, for when its own cannot be written, under a name nothing there has;
    /// answers the file.
    ///
    /// # Errors
    /// [`Fault::Write`].
    pub fn save_elsewhere(&self, profile: &Profile, dir: &Path) -> Result<PathBuf, Fault> {
        let slug = slug_of(profile);
        let mut profile = profile.clone();
        // not asked of the disk, which may be stuck
        let data = std::path::absolute(self.place.data()).unwrap_or_else(|_| self.place.data().to_owned());
        profile
            .extra
            .insert(MEANT_FOR.to_owned(), data.to_string_lossy().into());
        let bytes = format::profile::write(&profile);
        let written = self
            .place
            .write_numbered(dir, |number| named(&slug, number), &bytes);
        written.map_err(|error| write_fault(&error, dir))
    }

    /// Puts the profile in the first of [`places_elsewhere`] that takes it, after saving it in its place failed; each is waited
    /// for half a second. Returns the fault with the file, or that none takes it.
    pub fn put_elsewhere(&self, profile: &Arc<Profile>, fault: Fault) -> Fault {
        match self.save_in_first(profile, places_elsewhere(), EACH) {
            Ok(kept) => Fault::SavedElsewhere {
                fault: Box::new(fault),
                kept,
            },
            Err(_) => Fault::SavedNowhere {
                fault: Box::new(fault),
            },
        }
    }

    /// The same in the first of these folders that takes it, each of which is waited for as long as `each`.
    ///
    /// # Errors
    /// As of the last folder; with [`Cause::Slow`] where it took too long.
    pub fn save_in_first(
        &self,
        profile: &Arc<Profile>,
        dirs: Vec<PathBuf>,
        each: Duration,
    ) -> Result<PathBuf, Fault> {
        let mut last = Err(Fault::Other { why: Cause::Gone });
        for dir in dirs {
            let (done, answer) = mpsc::channel();
            let (store, state, to) = (self.clone(), profile.clone(), dir.clone());
            let save = move || {
                // nobody listens where it took too long
                let _ = done.send(store.save_elsewhere(&state, &to));
            };
            last = match thread::Builder::new().name("elsewhere".into()).spawn(save) {
                Err(_) => self.save_elsewhere(profile, &dir),
                Ok(_) => answer.recv_timeout(each).unwrap_or(Err(Fault::Write {
                    path: dir,
                    why: Cause::Slow,
                })),
            };
            if last.is_ok() {
                break;
            }
        }
        last
    }

    /// What sessions that ended on a slow or full disk have put in these folders and no later one has fetched, for any profile
    /// of this folder of data. Changes nothing.
    pub fn elsewhere(&self, dirs: &[PathBuf]) -> Vec<Elsewhere> {
        let mut files: Vec<(PathBuf, String)> = Vec::new();
        for (at, dir) in dirs.iter().enumerate() {
            if dirs[..at].iter().any(|before| is_same(before, dir)) {
                continue;
            }
            let mut names = place::names(&*self.place.fs, dir).unwrap_or_default();
            // a home and a folder of temporary files can hold thousands of others
            names.retain(|name| slug_in(name).is_some());
            names.sort_unstable();
            let named = names.into_iter().filter_map(|name| {
                let slug = slug_in(&name)?.to_owned();
                Some((dir.join(name), slug))
            });
            files.extend(named.filter(|(file, _)| is_own_user(file)).take(MOST));
        }
        if files.is_empty() {
            return Vec::new();
        }
        let listed = self.list().unwrap_or_default();
        let belonging = files.into_iter().filter_map(|(file, slug)| {
            let (slug, profile) = self.belongs(&file, slug, &listed)?;
            Some(Elsewhere { file, slug, profile })
        });
        belonging.collect()
    }

    /// The profile that such a file belongs to, and what is in it; nothing where it belongs to another folder of data or to
    /// another owner. Its name counts where its owner has several profiles or none.
    fn belongs(
        &self,
        file: &Path,
        named: String,
        listed: &[Listed],
    ) -> Option<(String, Result<Profile, Fault>)> {
        let is_named = |listed: &&Listed| listed.slug == named;
        let mut state = match super::read_file(&*self.place.fs, file, Limits::OWN) {
            Ok(state) => state,
            Err(fault) => {
                let is_known = named == super::DEFAULT_SLUG || listed.iter().any(|listed| is_named(&listed));
                return is_known.then_some((named, Err(fault)));
            }
        };
        let meant_for = state.extra.remove(MEANT_FOR);
        let meant_for = meant_for.as_ref().and_then(|data| data.as_str()).map(Path::new);
        let is_ours = meant_for.is_some_and(|data| is_same(data, self.place.data()));
        // a folder that is not there any more may be this one under another name
        if meant_for.is_some_and(|data| !is_ours && data.is_dir()) {
            return None;
        }
        let owned = |listed: &&Listed| {
            let owner = listed
                .profile
                .as_ref()
                .ok()
                .and_then(|profile| profile.owner.as_ref());
            owner.is_some() && owner == state.owner.as_ref()
        };
        let nobodys = |listed: &&Listed| {
            let owner = |profile: &Profile| profile.owner.is_none() || state.owner.is_none();
            listed.profile.as_ref().is_ok_and(owner)
        };
        let of = listed
            .iter()
            .filter(owned)
            .find(is_named)
            .or_else(|| listed.iter().find(owned))
            .or_else(|| listed.iter().find(is_named).filter(nobodys));
        let slug = match of {
            Some(listed) => listed.slug.clone(),
            None if is_ours => named,
            None => return None,
        };
        Some((slug, Ok(state)))
    }

    /// Fetches what earlier runs put in these folders, with the profile `slug` open, which stands as `profile` now: each
    /// becomes a copy among the profiles, to be merged. What a profile has already goes.
    pub fn fetch_from_elsewhere(&self, slug: &str, profile: &Profile, dirs: &[PathBuf]) -> Vec<Notice> {
        let found = self.elsewhere(dirs).into_iter();
        let fetched = found.map(
            |Elsewhere {
                 file,
                 slug: of,
                 profile: state,
             }| {
                let has = state.and_then(|state| {
                    let now = match of == slug {
                        true => Ok(profile.clone()),
                        false => super::read_file(&*self.place.fs, &self.place.profile(&of), Limits::OWN),
                    };
                    // where it cannot be read it is another one
                    self.fetch(&of, &state, now.as_ref().ok(), &file)
                });
                // where it could not be fetched it lies where it was, and the next start tries again
                has.unwrap_or_else(|fault| Some(Notice::NotFetched { file, fault }))
            },
        );
        fetched.flatten().collect()
    }

    fn fetch(
        &self,
        slug: &str,
        state: &Profile,
        now: Option<&Profile>,
        from: &Path,
    ) -> Result<Option<Notice>, Fault> {
        let is_same = |now: &Profile| {
            let owner = now.owner.clone();
            *now == Profile {
                owner,
                ..state.clone()
            }
        };
        let mut notice = None;
        // where the folder took it after all there is nothing to merge
        if !now.is_some_and(is_same) {
            let dir = self.place.profiles();
            let date = (self.clock)().date();
            let bytes = format::profile::write(state);
            let made = self.place.make_dir(&dir).and_then(|()| {
                self.place
                    .write_numbered(&dir, |number| dated(slug, "conflict", date, number), &bytes)
            });
            let kept = made.map_err(|error| write_fault(&error, &dir))?;
            notice = Some(Notice::Fetched {
                from: from.to_owned(),
                kept,
            });
        }
        // where it stays it is fetched again, and nothing is lost
        let _ = self.place.fs.remove(from);
        Ok(notice)
    }
}
