//! One program in one terminal: starts it, writes to it, and notes when its answer came. Knows neither program.

use filedescriptor::{FileDescriptor, POLLIN, poll, pollfd};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::{
    error::Error,
    io::{ErrorKind, Read, Write},
    os::fd::AsRawFd,
    path::Path,
    time::{Duration, Instant},
};

/// A program in a terminal of its own.
pub struct Session {
    terminal: FileDescriptor,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// When it was started.
    pub started: Instant,
    /// The process.
    pub pid: u32,
    /// Everything it wrote since this was last taken.
    pub written: Vec<u8>,
    ended: bool,
}

/// When the answer to something came.
#[derive(Clone, Copy, Default)]
pub struct Answer {
    /// Its last byte; nothing where no byte came.
    pub last: Option<Instant>,
    /// Its bytes.
    pub bytes: usize,
}

/// How a terminal is asked for its background, and what this one says: near black.
const QUESTION: &[u8] = b"\x1b]11;?";
const BACKGROUND: &[u8] = b"\x1b]11;rgb:1818/1818/2222\x1b\\";

impl Session {
    /// Starts `program` in a terminal of this size. It knows no setting of this machine but what `environment` says.
    pub fn start(
        program: &[&Path],
        environment: &[(&str, &Path)],
        (columns, rows): (u16, u16),
    ) -> Result<Self, Box<dyn Error>> {
        let pair = native_pty_system().openpty(size(columns, rows))?;
        let fd = pair.master.as_raw_fd().ok_or("this terminal has no descriptor")?;
        let mut terminal = FileDescriptor::dup(&fd)?;
        terminal.set_non_blocking(true)?;
        let mut command = CommandBuilder::from_argv(program.iter().map(|part| (*part).into()).collect());
        command.env_clear();
        // with an empty COLORTERM a terminal of 256 colours, as ssh and tmux leave it
        let colors = std::env::var("COLORTERM").unwrap_or_else(|_| "truecolor".to_owned());
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("COLORTERM", &colors),
            ("LANG", "da_DK.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
        ] {
            command.env(name, value);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        Ok(Self {
            terminal,
            master: pair.master,
            pid: child.process_id().ok_or("the program has no process")?,
            child,
            started,
            written: Vec::new(),
            ended: false,
        })
    }

    /// Types `bytes`.
    pub fn type_in(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() && !self.ended {
            match self.terminal.write(rest) {
                Ok(count) => rest = &rest[count..],
                // its input is full: it goes on when it has read some
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.read(&mut Answer::default()),
                Err(_) => self.ended = true,
            }
        }
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        // a program that is gone answers nothing, which is what is told
        let _ = self.master.resize(size(columns, rows));
    }

    /// Waits for an answer that is followed by `quiet` without a byte, or for `most` where none comes.
    pub fn answer(&mut self, quiet: Duration, most: Duration) -> Answer {
        /// This long the program is watched without sleeping, so that the watching costs no time.
        const WATCH: Duration = Duration::from_millis(3);
        self.watch(WATCH, quiet, most)
    }

    /// Waits as [`answer`](Self::answer) does for what a program shows that was just started. It sleeps meanwhile: a new
    /// process begins on the processor of the one that started it, and would wait for its turn there.
    pub fn first_frame(&mut self, quiet: Duration, most: Duration) -> Answer {
        self.watch(Duration::ZERO, quiet, most)
    }

    fn watch(&mut self, awake: Duration, quiet: Duration, most: Duration) -> Answer {
        let start = Instant::now();
        let mut answer = Answer::default();
        while !self.ended {
            self.read(&mut answer);
            let since = answer.last.unwrap_or(start).elapsed();
            if since > if answer.last.is_some() { quiet } else { most } {
                break;
            }
            if since > awake {
                let mut watched = [pollfd {
                    fd: self.terminal.as_raw_fd(),
                    events: POLLIN,
                    revents: 0,
                }];
                let _ = poll(&mut watched, Some(Duration::from_millis(1)));
            }
        }
        answer
    }

    fn read(&mut self, answer: &mut Answer) {
        let mut buffer = [0; 65536];
        match self.terminal.read(&mut buffer) {
            Ok(0) => self.ended = true,
            Ok(count) => {
                answer.last = Some(Instant::now());
                answer.bytes += count;
                let from = self.written.len().saturating_sub(QUESTION.len() - 1);
                self.written.extend_from_slice(&buffer[..count]);
                if self.written[from..]
                    .windows(QUESTION.len())
                    .any(|part| part == QUESTION)
                {
                    self.type_in(BACKGROUND);
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
            Err(_) => self.ended = true,
        }
    }

    /// Waits until the program has left by itself, at most five seconds; then ends it and answers false.
    pub fn left(&mut self) -> bool {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(5) {
            self.read(&mut Answer::default());
            if let Ok(Some(status)) = self.child.try_wait() {
                return status.success();
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        let _ = self.child.kill();
        false
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 8 * columns,
        pixel_height: 16 * rows,
    }
}
