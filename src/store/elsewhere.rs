//! A state that its own folder would not take in time: put in another folder when the program ends, and fetched from there
//! by the next start, as a copy to be merged. Changes no profile.

use super::{
    Limits, Store,
    place::{self, dated, write_fault},
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

/// The most states that are fetched from one folder.
const MOST: u64 = 100;

/// How long a folder may take that is written to in the place of the profile's own.
const EACH: Duration = Duration::from_millis(500);

/// The folders that a state is put in where its own will not take it, in the order they are tried: the home folder and the
/// one for temporary files.
pub fn places_elsewhere() -> Vec<PathBuf> {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    home.into_iter().chain([std::env::temp_dir()]).collect()
}

/// The names that the states of a profile get there.
fn named(slug: &str, number: u64) -> String {
    match number {
        1 => format!("{slug}.unsaved.json"),
        _ => format!("{slug}.unsaved-{number}.json"),
    }
}

/// The files that states of this profile may have in a folder.
pub(super) fn files(dir: &Path, slug: &str) -> impl Iterator<Item = PathBuf> {
    (1..=MOST).map(move |number| dir.join(named(slug, number)))
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
        let bytes = format::profile::write(profile);
        let written = self
            .place
            .write_numbered(dir, |number| named(&slug, number), &bytes);
        written.map_err(|error| write_fault(&error, dir))
    }

    /// Puts the profile in the first of [`places_elsewhere`] that takes it, after saving it in its place failed; each is waited
    /// for half a second. Returns the fault with the file, or as it was where none takes it.
    pub fn put_elsewhere(&self, profile: &Arc<Profile>, fault: Fault) -> Fault {
        match self.save_in_first(profile, places_elsewhere(), EACH) {
            Ok(kept) => Fault::SavedElsewhere {
                fault: Box::new(fault),
                kept,
            },
            Err(_) => fault,
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

    /// Fetches what an earlier run put in these folders of the profile `slug`, which stands as `profile` now: it becomes a
    /// copy among the profiles, to be merged. What is another owner's stays where it is; what the profile has already goes.
    pub fn fetch_from_elsewhere(&self, slug: &str, profile: &Profile, dirs: &[PathBuf]) -> Vec<Notice> {
        let mut notices = Vec::new();
        for dir in dirs {
            for from in files(dir, slug) {
                match self.fetch(slug, profile, &from) {
                    Ok(Some(notice)) => notices.push(notice),
                    Ok(None) => {}
                    Err(Fault::Missing { .. }) => break,
                    // it lies where it was, and the next start tries again
                    Err(fault) => notices.push(Notice::NotFetched { file: from, fault }),
                }
            }
        }
        notices
    }

    fn fetch(&self, slug: &str, profile: &Profile, from: &Path) -> Result<Option<Notice>, Fault> {
        let fs = &*self.place.fs;
        let limit = Limits::OWN.bytes as u64;
        let bytes = place::read_existing(fs, from, limit)?;
        let kept = super::read_file(fs, from, Limits::OWN)?;
        let is_own = kept.owner.is_none() || profile.owner.is_none() || kept.owner == profile.owner;
        if !is_own {
            return Ok(None);
        }
        let same = Profile {
            owner: profile.owner.clone(),
            ..kept
        };
        let mut notice = None;
        // where the folder took it after all there is nothing to merge
        if same != *profile {
            let dir = self.place.profiles();
            let date = (self.clock)().date();
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
        let _ = fs.remove(from);
        Ok(notice)
    }
}
