//! Saves in the background: a thread that starts at the first change, gathers what follows it within a tenth of a
//! second, always writes the newest state, waits without waking where there is none, and tries again at 1, 2 and 5
//! seconds where saving fails. Owns when; `profile_file` owns how.

use super::{ProfileFile, Saved, Undo, write_fault};
use crate::core::{
    fault::{Cause, Fault},
    profile::Profile,
};
use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How long to wait after the first, the second and every later failure in a row.
pub const RETRIES: [Duration; 3] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(5),
];

/// How long a state waits for newer ones, so that a key held down is not a save at every repeat. So much work, and one
/// save's, is what a machine that dies can take with it.
const GATHER: Duration = Duration::from_millis(100);

/// The same while a text is being written: a save at every word would push the backups of real states out.
const GATHER_TEXT: Duration = Duration::from_secs(1);

/// How long no newer state has come when a save is told of: while a hand turns there is nothing to tell.
const REST: Duration = Duration::from_millis(300);

/// How long a program waits for the disk at its end before it says so.
const SILENCE: Duration = Duration::from_millis(300);

/// How often who waits looks whether it is in a hurry.
const GLANCE: Duration = Duration::from_millis(50);

/// What became of a state given to [`Writer::save`].
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// The disk has it.
    Saved {
        /// The state's own number.
        generation: u64,
        /// Why the state it replaced could not be kept as a backup, where that is so.
        unbacked: Option<Cause>,
    },
    /// The disk does not have it.
    Failed {
        /// Why.
        fault: Fault,
        /// When it is tried again.
        retry_in: Duration,
    },
    /// Another program changed the file; the disk has this state beside it.
    Conflict {
        /// The state's own number.
        generation: u64,
        /// The file that has it.
        kept: PathBuf,
    },
}

/// Saves the states of one profile, newest first. Dropped with a state that is not on the disk yet, it tries once
/// more, unseen; [`close`](Self::close) it to know.
pub struct Writer {
    shared: Arc<Shared>,
    thread: Option<thread::JoinHandle<()>>,
}

/// What the program and the thread both hold. Where both locks are needed, `profile_file` comes first.
struct Shared {
    /// Where the profile is, to be told also while the disk is waited for.
    path: PathBuf,
    slug: String,
    file: Mutex<ProfileFile>,
    queue: Mutex<Queue>,
    changed: Condvar,
    report: Box<dyn Fn(Report) + Send + Sync>,
}

#[derive(Default)]
struct Queue {
    /// The newest state that the disk does not have.
    pending: Option<(Arc<Profile>, u64)>,
    /// That the disk has the newest state, where nobody was told yet.
    untold: Option<Report>,
    /// When `pending` is to be saved, or `untold` told.
    due: Option<Instant>,
    /// How many attempts in a row have failed.
    failed: usize,
    /// How many attempts were made in all, so that who waits can tell a new failure from an old one.
    attempts: u64,
    /// Why the last attempt failed.
    fault: Option<Fault>,
    /// What came of the last attempt; a conflict is a fault here.
    outcome: Option<Result<Saved, Fault>>,
    /// Where this program's states are kept while another's stands in the file.
    beside: Option<PathBuf>,
    /// Someone waits for the disk: no pause before the next attempt.
    hurry: bool,
    /// Nobody will give more.
    closing: bool,
    /// The number of the newest state that was given.
    given: Option<u64>,
}

impl Writer {
    /// A writer for `file`. Its thread starts with the first state; `report` is called on that thread. A
    /// read-only profile fails every save: ask it before.
    pub fn start(file: ProfileFile, report: impl Fn(Report) + Send + Sync + 'static) -> Self {
        let shared = Shared {
            path: file.path().to_owned(),
            slug: file.slug().to_owned(),
            queue: Mutex::new(Queue {
                beside: file.beside().map(Path::to_owned),
                ..Queue::default()
            }),
            file: Mutex::new(file),
            changed: Condvar::new(),
            report: Box::new(report),
        };
        Self {
            shared: Arc::new(shared),
            thread: None,
        }
    }

    /// Has `profile` saved, unless a newer state comes before its turn. Returns at once: no file is touched and
    /// nothing is serialised here.
    pub fn save(&mut self, profile: Arc<Profile>, generation: u64) {
        self.save_after(GATHER, profile, generation);
    }

    /// [`save`](Self::save) of a state in which a text is being written: it waits longer for newer ones.
    pub fn save_draft(&mut self, profile: Arc<Profile>, generation: u64) {
        self.save_after(GATHER_TEXT, profile, generation);
    }

    fn save_after(&mut self, gather: Duration, profile: Arc<Profile>, generation: u64) {
        let due = Instant::now() + gather;
        let mut queue = self.shared.queue();
        queue.untold = None;
        queue.given = Some(generation);
        let waits = queue.pending.replace((profile, generation)).is_some();
        if !waits || queue.due.is_some_and(|before| due < before) {
            queue.due = Some(due);
            self.shared.changed.notify_all();
        }
        drop(queue);
        self.ensure_thread();
    }

    /// Starts the thread where there is none, also after a bug ended it.
    fn ensure_thread(&mut self) {
        if self.thread.as_ref().is_some_and(|thread| !thread.is_finished()) {
            return;
        }
        let shared = self.shared.clone();
        match thread::Builder::new()
            .name("writer".into())
            .spawn(move || shared.run())
        {
            Ok(thread) => self.thread = Some(thread),
            // Better a key that answers slowly than a change that is lost.
            Err(_) => self.shared.attempt(),
        }
    }

    /// Waits until the disk has the newest state, at most for `within`.
    ///
    /// # Errors
    /// Why it does not; the writer keeps the state and goes on trying.
    pub fn flush(&mut self, within: Duration) -> Result<(), Fault> {
        self.flush_unless(&AtomicBool::new(false), within)
    }

    /// [`flush`](Self::flush), which waits no longer once someone is `hurried`.
    ///
    /// # Errors
    /// As [`flush`](Self::flush).
    pub fn flush_unless(&mut self, hurried: &AtomicBool, within: Duration) -> Result<(), Fault> {
        let until = Instant::now() + within;
        if self.shared.queue().pending.is_some() {
            self.ensure_thread();
        }
        let mut queue = self.shared.queue();
        let before = queue.attempts;
        queue.hurry = true;
        self.shared.changed.notify_all();
        while queue.pending.is_some() && (queue.attempts == before || queue.fault.is_none()) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || hurried.load(Ordering::Relaxed) {
                break;
            }
            let woken = self.shared.changed.wait_timeout(queue, left.min(GLANCE));
            queue = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
        queue.hurry = false;
        if queue.pending.is_none() {
            return Ok(());
        }
        let fault = queue.fault.clone();
        drop(queue);
        Err(fault
            .unwrap_or_else(|| write_fault(&io::Error::from(io::ErrorKind::TimedOut), &self.shared.path)))
    }

    /// [`flush`](Self::flush), and where that went well ends the thread; dropping the writer then lets go of the
    /// profile's lock. May be called again where it did not go well.
    ///
    /// # Errors
    /// As [`flush`](Self::flush).
    pub fn close(&mut self, within: Duration) -> Result<(), Fault> {
        self.close_unless(&AtomicBool::new(false), within)
    }

    /// [`close`](Self::close), which waits no longer once someone is `hurried`.
    ///
    /// # Errors
    /// As [`flush`](Self::flush).
    pub fn close_unless(&mut self, hurried: &AtomicBool, within: Duration) -> Result<(), Fault> {
        self.flush_unless(hurried, within)?;
        self.shared.queue().closing = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // A panic there has been told by the panic hook; nothing was pending.
            let _ = thread.join();
        }
        Ok(())
    }

    /// [`close_unless`](Self::close_unless) at the end of a program: `waits` is told which file is waited for once that takes
    /// a while.
    ///
    /// # Errors
    /// As [`flush`](Self::flush).
    pub fn leave(
        &mut self,
        hurried: &AtomicBool,
        within: Duration,
        waits: impl FnOnce(&Path),
    ) -> Result<(), Fault> {
        let until = Instant::now() + within;
        let closed = self.close_unless(hurried, within.min(SILENCE));
        if !matches!(closed, Err(Fault::Write { why: Cause::Slow, .. })) {
            return closed;
        }
        waits(self.path());
        self.close_unless(hurried, until.saturating_duration_since(Instant::now()))
    }

    /// What came of the last state that [`flush`](Self::flush) waited for.
    ///
    /// # Errors
    /// Why the disk has it not in its place: [`Fault::Conflict`] where it has it beside.
    pub fn outcome(&self) -> Result<Saved, Fault> {
        let outcome = self.shared.queue().outcome.clone();
        outcome.unwrap_or(Ok(Saved::default()))
    }

    /// What another thread can ask of it, as long as it is there.
    pub fn watch(&self) -> Watched {
        Watched(Arc::downgrade(&self.shared))
    }

    /// The number of the newest state that was given to [`save`](Self::save); nothing before the first.
    pub fn given(&self) -> Option<u64> {
        self.shared.queue().given
    }

    /// The newest state that the disk does not have; nothing where it has it. Does not wait for the disk.
    pub fn pending(&self) -> Option<Arc<Profile>> {
        self.shared
            .queue()
            .pending
            .as_ref()
            .map(|(profile, _)| profile.clone())
    }

    /// The profile's file. Does not wait for the disk.
    pub fn path(&self) -> &Path {
        &self.shared.path
    }

    /// The profile's slug.
    pub fn slug(&self) -> &str {
        &self.shared.slug
    }

    /// What could be undone when the state that was opened was left.
    ///
    /// # Errors
    /// As [`ProfileFile::undo`].
    pub fn undo(&self) -> Result<Undo, Fault> {
        self.shared.file().undo()
    }

    /// Keeps what can be undone in the state that is on the disk; call it after [`close`](Self::close).
    pub fn keep_undo(&self, undo: &Undo) {
        self.shared.file().keep_undo(undo);
    }

    /// After [`Report::Conflict`]: what the other program wrote.
    ///
    /// # Errors
    /// As [`ProfileFile::theirs`].
    pub fn theirs(&self) -> Result<Profile, Fault> {
        self.shared.file().theirs()
    }

    /// After [`Report::Conflict`]: where this program's states are kept meanwhile; nothing where there is one version. Does
    /// not wait for the disk.
    pub fn beside(&self) -> Option<PathBuf> {
        self.shared.queue().beside.clone()
    }

    /// After [`Report::Conflict`]: goes on with this program's states; the other program's file, where it is there still,
    /// is kept under the name answered. Give the newest state to [`save`](Self::save) next.
    ///
    /// # Errors
    /// As [`ProfileFile::keep_mine`].
    pub fn keep_mine(&mut self) -> Result<Option<PathBuf>, Fault> {
        let kept = self.shared.file().keep_mine()?;
        self.shared.queue().beside = None;
        Ok(kept)
    }

    /// After [`Report::Conflict`]: goes on with the other program's state, which is answered. This program's stays
    /// where it was kept.
    pub fn keep_theirs(&mut self) -> Result<Profile, Fault> {
        let mut file = self.shared.file();
        let profile = file.keep_theirs()?;
        let mut queue = self.shared.queue();
        (queue.pending, queue.beside) = (None, None);
        Ok(profile)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.shared.queue().closing = true;
        self.shared.changed.notify_all();
    }
}

/// A look at a [`Writer`] from another thread. Holds nothing of it.
#[derive(Clone, Default)]
pub struct Watched(Weak<Shared>);

impl Watched {
    /// As [`Writer::pending`], with the profile's file; nothing where the writer is gone.
    pub fn pending(&self) -> Option<(Arc<Profile>, PathBuf)> {
        let shared = self.0.upgrade()?;
        let queue = shared.queue();
        let pending = queue.pending.as_ref();
        pending.map(|(profile, _)| (profile.clone(), shared.path.clone()))
    }
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self) -> MutexGuard<'_, ProfileFile> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The thread.
    fn run(&self) {
        while self.gather() {
            // the writer may be dropped while the attempt is made; then it is not the last one
            let last = self.queue().closing;
            self.attempt();
            if !self.pause(last) {
                return;
            }
        }
    }

    /// Waits for a state and for those that follow it soon; tells of the last save where none follows. False where
    /// none will come.
    fn gather(&self) -> bool {
        let mut queue = self.queue();
        loop {
            let due = queue.due.filter(|_| !queue.hurry && !queue.closing);
            let left = due.map_or(Duration::ZERO, |due| {
                due.saturating_duration_since(Instant::now())
            });
            if queue.pending.is_none() && queue.untold.is_none() {
                if queue.closing {
                    return false;
                }
                queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
            } else if !left.is_zero() {
                let woken = self.changed.wait_timeout(queue, left);
                queue = woken.unwrap_or_else(PoisonError::into_inner).0;
            } else if queue.pending.is_some() {
                return true;
            } else if let Some(report) = queue.untold.take() {
                drop(queue);
                (self.report)(report);
                queue = self.queue();
            }
        }
    }

    /// Saves the newest state, if there is one.
    fn attempt(&self) {
        let mut file = self.file();
        // Asked for only now: while this waited for the file, what was pending may have been given up.
        let Some((profile, generation)) = self.queue().pending.clone() else {
            return;
        };
        let result = file.save(&profile);
        drop(file);
        let report = match &result {
            Ok(saved) => Report::Saved {
                generation,
                unbacked: saved.unbacked.clone(),
            },
            Err(Fault::Conflict { kept }) => Report::Conflict {
                generation,
                kept: kept.clone(),
            },
            Err(fault) => Report::Failed {
                fault: fault.clone(),
                retry_in: RETRIES[self.queue().failed.min(RETRIES.len() - 1)],
            },
        };
        let mut queue = self.queue();
        let newest = matches!(&queue.pending, Some((newest, _)) if Arc::ptr_eq(newest, &profile));
        let untold = newest && result.is_ok() && !queue.hurry && !queue.closing;
        if untold {
            queue.untold = Some(report);
            queue.due = Some(Instant::now() + REST);
        } else {
            // Told before anyone who waits is woken.
            drop(queue);
            (self.report)(report);
            queue = self.queue();
        }
        queue.attempts += 1;
        if let Err(Fault::Conflict { kept }) = &result {
            queue.beside = Some(kept.clone());
        }
        queue.outcome = Some(result.clone());
        if let Err(fault) = result
            && !matches!(fault, Fault::Conflict { .. })
        {
            queue.failed += 1;
            queue.fault = Some(fault);
        } else {
            queue.failed = 0;
            queue.fault = None;
            if matches!(&queue.pending, Some((newest, number)) if Arc::ptr_eq(newest, &profile) && *number == generation)
            {
                queue.pending = None;
            }
        }
        drop(queue);
        self.changed.notify_all();
    }

    /// After a failure waits for the time of the next attempt, or until someone is in a hurry or leaves. False where
    /// the attempt that failed was the `last`.
    fn pause(&self, last: bool) -> bool {
        let mut queue = self.queue();
        let Some(before) = queue.failed.checked_sub(1) else {
            return true;
        };
        if last {
            return false;
        }
        let until = Instant::now() + RETRIES[before.min(RETRIES.len() - 1)];
        // Who is in a hurry has seen the attempts so far.
        let seen = queue.attempts;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || queue.closing || queue.hurry && queue.attempts == seen {
                return true;
            }
            let woken = self.changed.wait_timeout(queue, left);
            queue = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}
