//! Undo and redo of a text: changes as steps, with runs of typing and of erasing as one step. Holds no text but what was
//! taken out and put in.

use std::ops::Range;

/// The most steps that are remembered.
const STEPS: usize = 1_000;

/// What made a change; runs of the same make one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One character typed.
    Typed,
    /// Erased backward.
    Backward,
    /// Erased forward.
    Forward,
    /// Anything that is a step of its own.
    Whole,
}

/// A change: what stood at a byte, what stands there now, and where the cursor was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where, in bytes.
    pub at: usize,
    /// What was taken out.
    pub removed: String,
    /// What was put in.
    pub inserted: String,
    /// The cursor before it, in bytes.
    pub cursor: usize,
    kind: Kind,
}

impl Step {
    /// A change of `removed` at byte `at` into `inserted`, with the cursor at byte `cursor` before it.
    pub fn new(kind: Kind, at: usize, removed: &str, inserted: &str, cursor: usize) -> Self {
        Self {
            at,
            removed: removed.to_owned(),
            inserted: inserted.to_owned(),
            cursor,
            kind,
        }
    }

    /// The bytes that the change has put in.
    pub fn put(&self) -> Range<usize> {
        self.at..self.at + self.inserted.len()
    }

    /// The bytes that the change takes out.
    pub fn taken(&self) -> Range<usize> {
        self.at..self.at + self.removed.len()
    }

    /// Takes `next` into this step where both belong to one run; else gives it back.
    fn join(&mut self, next: Self) -> Option<Self> {
        if self.kind != next.kind {
            return Some(next);
        }
        match next.kind {
            // A run of typing ends where a new word begins.
            Kind::Typed
                if next.at == self.put().end
                    && (next.inserted.starts_with(char::is_whitespace)
                        || !self.inserted.ends_with(char::is_whitespace)) =>
            {
                self.inserted += &next.inserted;
            }
            Kind::Backward if next.taken().end == self.at => {
                self.removed.insert_str(0, &next.removed);
                self.at = next.at;
            }
            Kind::Forward if next.at == self.at => self.removed += &next.removed,
            _ => return Some(next),
        }
        None
    }
}

/// The steps that can be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// True where the next change begins a step of its own.
    closed: bool,
}

impl History {
    /// Remembers a change that was just made.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        let closed = std::mem::replace(&mut self.closed, false);
        let step = match self.done.last_mut() {
            Some(last) if !closed => last.join(step),
            _ => Some(step),
        };
        self.done.extend(step);
        if self.done.len() > STEPS {
            self.done.remove(0);
        }
    }

    /// Ends the run: the next change begins a step of its own.
    pub fn close(&mut self) {
        self.closed = true;
    }

    /// The step to take back now, if there is one.
    pub fn undo(&mut self) -> Option<Step> {
        self.closed = true;
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step to make again now, if there is one.
    pub fn redo(&mut self) -> Option<Step> {
        self.closed = true;
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}
