//! What the kernel knows of a running process. Reads `/proc`; measures nothing itself.

use std::{fs, time::Duration};

/// What a process has used so far, all its threads together.
#[derive(Clone, Copy, Default)]
pub struct Usage {
    /// Time on a processor.
    pub cpu: Duration,
    /// The part of it in the thread that saves.
    pub saving: Duration,
    /// Times a thread gave up its processor or lost it.
    pub switches: u64,
    /// Calls that write and calls that read, those of the thread that saves left out.
    pub writes: u64,
    /// See `writes`.
    pub reads: u64,
}

impl Usage {
    /// Of the process `pid`, as it is now.
    pub fn of(pid: u32) -> Self {
        let mut usage = Self::default();
        for task in fs::read_dir(format!("/proc/{pid}/task"))
            .into_iter()
            .flatten()
            .flatten()
        {
            let read = |name: &str| fs::read_to_string(task.path().join(name)).unwrap_or_default();
            let nanoseconds = read("schedstat")
                .split(' ')
                .next()
                .and_then(|text| text.parse().ok());
            let cpu = Duration::from_nanos(nanoseconds.unwrap_or(0));
            usage.cpu += cpu;
            let status = read("status");
            usage.switches += number(&status, "voluntary_ctxt_switches:");
            usage.switches += number(&status, "nonvoluntary_ctxt_switches:");
            if read("comm").trim() == "writer" {
                usage.saving += cpu;
                continue;
            }
            let calls = read("io");
            usage.writes += number(&calls, "syscw:");
            usage.reads += number(&calls, "syscr:");
        }
        usage
    }

    /// What was used since `before`.
    pub fn since(self, before: Self) -> Self {
        Self {
            cpu: self.cpu.saturating_sub(before.cpu),
            saving: self.saving.saturating_sub(before.saving),
            switches: self.switches.saturating_sub(before.switches),
            writes: self.writes.saturating_sub(before.writes),
            reads: self.reads.saturating_sub(before.reads),
        }
    }
}

/// The memory that is the process's own, in KiB: without the pages of its file.
pub fn own_memory(pid: u32) -> u64 {
    number(
        &fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default(),
        "RssAnon:",
    )
}

/// The number after `name` at the start of a line.
fn number(text: &str, name: &str) -> u64 {
    text.lines()
        .find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}
