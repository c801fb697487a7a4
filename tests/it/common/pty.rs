//! A terminal for the real binary: a pty with an emulator at its other end. Owns the process in it, what it wrote, and
//! what the screen shows; knows nothing of what the program should do.
//!
//! The emulator reads only while a test waits for something. A test that waits for nothing is a terminal nobody reads.

use super::home::Home;
use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
pub use rustix::process::Signal;
use rustix::process::{Pid, WaitOptions, WaitStatus, kill_process, waitpid};
use std::{
    ffi::OsStr,
    io::{Read, Write},
    num::NonZero,
    path::Path,
    sync::mpsc::{Receiver, RecvTimeoutError, channel, sync_channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};
use vt100::{MouseProtocolEncoding, MouseProtocolMode, Screen};

/// How long anything may take that a busy machine could slow down.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The program in a terminal.
impl Home {
    /// Starts the program here in a terminal of 100×30.
    pub fn start(&self) -> Terminal {
        self.start_in(100, 30, &[])
    }

    /// Starts the program here in a terminal of any size, with these settings of the environment changed; an empty one
    /// is not set at all.
    pub fn start_in(&self, width: u16, height: u16, environment: &[(&str, &str)]) -> Terminal {
        let program = Path::new(env!("CARGO_BIN_EXE_pejl"));
        self.run_in((width, height), program, &[], environment)
    }

    /// Has a shell start the program, which is `"$0" "$@"`, here in a terminal.
    pub fn start_by(&self, shell: &str, size: (u16, u16)) -> Terminal {
        let args: [&OsStr; 3] = ["-c".as_ref(), shell.as_ref(), env!("CARGO_BIN_EXE_pejl").as_ref()];
        self.run_in(size, Path::new("/bin/sh"), &args, &[])
    }

    /// Starts any program here in a terminal.
    pub fn run_in(
        &self,
        size: (u16, u16),
        program: &Path,
        args: &[&OsStr],
        environment: &[(&str, &str)],
    ) -> Terminal {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        for (name, value) in environment {
            match *value {
                "" => command.env_remove(name),
                value => command.env(name, value),
            }
        }
        command.args(args);
        command.cwd(self.dir());
        Terminal::open(size, command)
    }
}

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// By itself, with this status.
    Status(i32),
    /// A signal ended it.
    Killed(i32),
}

/// What becomes of a program.
#[cfg(target_os = "linux")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A signal stopped it.
    Stopped,
    /// It ended.
    Ended(Exit),
}

/// A terminal with a program in it.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    reader: JoinHandle<()>,
    process: Process,
    emulator: vt100::Parser,
    /// Every byte it was sent and has read.
    pub written: Vec<u8>,
    settings: String,
}

impl Terminal {
    fn open((width, height): (u16, u16), command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        let settings = settings(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let pid = Pid::from_raw(child.process_id().unwrap().cast_signed()).unwrap();
        drop(pair.slave);
        let process = Process::watched(pid);
        let mut source = pair.master.try_clone_reader().unwrap();
        // without room: the reader reads on only when a test has taken what it read
        let (tell, output) = sync_channel(0);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = source.read(&mut buffer) {
                if tell.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            keys: pair.master.take_writer().unwrap(),
            master: pair.master,
            output,
            reader,
            process,
            emulator: vt100::Parser::new(cells(height), cells(width), 0),
            written: Vec::new(),
            settings,
        }
    }

    /// Types this text.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        self.send_bytes(keys.as_bytes())
    }

    /// Types these bytes.
    pub fn send_bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.keys.write_all(bytes).unwrap();
        self
    }

    /// Sends bytes of which a terminal's own buffer holds no more than a part, reading meanwhile.
    pub fn send_all(&mut self, bytes: &[u8]) -> &mut Self {
        for piece in bytes.chunks(1024) {
            self.send_bytes(piece).catch_up();
        }
        self
    }

    /// Gives the window another size.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.master.resize(size(width, height)).unwrap();
        self.show_in(width, height)
    }

    /// Shows what is written in as many cells, whatever size the window says it has.
    pub fn show_in(&mut self, width: u16, height: u16) -> &mut Self {
        self.emulator.screen_mut().set_size(cells(height), cells(width));
        self
    }

    /// What another program writes to the terminal.
    pub fn print(&mut self, text: &str) -> &mut Self {
        self.emulator.process(text.as_bytes());
        self
    }

    /// Sends a signal to the program.
    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.process.pid, signal).unwrap();
        self
    }

    /// The program's process id.
    #[cfg(target_os = "linux")] // what asks the kernel by it does so in /proc
    pub fn pid(&self) -> i32 {
        self.process.pid.as_raw_nonzero().get()
    }

    /// What the terminal shows.
    pub fn screen(&self) -> &Screen {
        self.emulator.screen()
    }

    /// True where no key is a signal.
    #[cfg(target_os = "linux")]
    pub fn is_raw(&self) -> bool {
        let line = settings(&*self.master);
        !line.contains("ISIG")
    }

    /// What the terminal shows, as text.
    pub fn text(&self) -> String {
        text(self.screen())
    }

    /// Reads what comes next.
    fn read(&mut self, within: Duration) -> Result<(), RecvTimeoutError> {
        let bytes = self.output.recv_timeout(within)?;
        self.emulator.process(&bytes);
        self.written.extend(bytes);
        Ok(())
    }

    /// Reads until the screen is as wanted.
    #[track_caller]
    pub fn wait_until(&mut self, wanted: impl Fn(&Screen) -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while !wanted(self.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(self.read(left).is_ok(), "the screen stayed:\n{}", self.text());
        }
        self
    }

    /// Reads until all of these texts are on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, texts: &[&str]) -> &mut Self {
        let shown = |screen: &Screen| {
            let screen = text(screen);
            texts.iter().all(|text| screen.contains(text))
        };
        self.wait_until(shown)
    }

    /// Reads until this was written after the first `from` bytes, whatever the screen made of it.
    #[cfg(target_os = "linux")]
    #[track_caller]
    pub fn wait_for_written(&mut self, from: usize, wanted: &str) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        let is_there = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(wanted);
        while !is_there(&self.written[from..]) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                self.read(left).is_ok(),
                "{wanted:?} was not written:\n{}",
                self.text()
            );
        }
        self
    }

    /// Reads on until nothing has come for this long.
    pub fn settle(&mut self, quiet: Duration) -> &mut Self {
        while self.read(quiet).is_ok() {}
        self
    }

    /// Reads what has come already, without waiting.
    pub fn catch_up(&mut self) -> &mut Self {
        self.settle(Duration::ZERO)
    }

    /// Reads nothing for this long, in which the program must not end.
    #[track_caller]
    pub fn ignore(&mut self, time: Duration) -> &mut Self {
        let state = self.process.next(time);
        assert!(state.is_none(), "{state:?}");
        self
    }

    /// Waits until the program is stopped, reading on.
    #[track_caller]
    pub fn stopped(&mut self) -> &mut Self {
        let state = self.state(PATIENCE);
        assert!(
            state.is_some_and(WaitStatus::stopped),
            "{state:?}\n{}",
            self.text()
        );
        self.catch_up()
    }

    /// Reads on until the program has ended.
    #[track_caller]
    pub fn exit(&mut self) -> Exit {
        self.exit_within(PATIENCE)
    }

    /// Reads on until the program has ended, which it must in this time.
    #[track_caller]
    pub fn exit_within(&mut self, limit: Duration) -> Exit {
        let state = self.state(limit);
        while self.read(PATIENCE).is_ok() {}
        ended(state, &self.text())
    }

    /// Waits for the program to end without reading what it writes.
    #[track_caller]
    pub fn exit_unread(&mut self, limit: Duration) -> Exit {
        let state = self.process.next(limit);
        ended(state, &self.text())
    }

    /// The next that becomes of the program within this time, reading on; nothing where it goes on.
    #[cfg(target_os = "linux")]
    pub fn fate(&mut self, within: Duration) -> Option<Fate> {
        let state = self.state(within)?;
        if state.stopped() {
            return Some(Fate::Stopped);
        }
        while self.read(PATIENCE).is_ok() {}
        Some(Fate::Ended(ended(Some(state), "")))
    }

    /// The next that becomes of the process, reading on until then.
    fn state(&mut self, limit: Duration) -> Option<WaitStatus> {
        const GLANCE: Duration = Duration::from_millis(5);
        let until = Instant::now() + limit;
        loop {
            // a closed terminal says nothing any more; then only the process can
            let wait = match self.read(GLANCE) {
                Err(RecvTimeoutError::Disconnected) => until.saturating_duration_since(Instant::now()),
                _ => Duration::ZERO,
            };
            match self.process.next(wait) {
                Some(state) => return Some(state),
                None if Instant::now() >= until => return None,
                None => {}
            }
        }
    }

    /// Closes the terminal under the program; answers how the program ended, which it must in this time.
    #[track_caller]
    pub fn close(self, limit: Duration) -> Exit {
        let Self {
            master,
            keys,
            output,
            reader,
            mut process,
            ..
        } = self;
        drop((output, master, keys));
        // holds the last handle until the program writes once more
        reader.join().unwrap();
        ended(process.next(limit), "")
    }

    /// Fails where the terminal is not as it was before the program came.
    #[track_caller]
    pub fn restored(&self) -> &Self {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert_eq!(screen.mouse_protocol_encoding(), MouseProtocolEncoding::Default);
        let colours = (screen.fgcolor(), screen.bgcolor());
        assert_eq!(colours, (vt100::Color::Default, vt100::Color::Default));
        assert!(
            !(screen.bold() || screen.dim() || screen.italic() || screen.underline() || screen.inverse())
        );
        let mut modes = self.modes();
        modes.retain(|(mode, on)| *on && mode != "25");
        assert!(modes.is_empty(), "still on: {modes:?}");
        assert_eq!(settings(&*self.master), self.settings);
        self
    }

    /// Every private mode that was ever set or reset, and whether it is on.
    fn modes(&self) -> Vec<(String, bool)> {
        let mut modes: Vec<(String, bool)> = Vec::new();
        for (at, _) in self
            .written
            .windows(3)
            .enumerate()
            .filter(|(_, bytes)| bytes == b"\x1b[?")
        {
            let rest = &self.written[at + 3..];
            let end = rest
                .iter()
                .take_while(|byte| matches!(byte, b'0'..=b'9' | b';'))
                .count();
            let on = match rest.get(end) {
                Some(b'h') => true,
                Some(b'l') => false,
                _ => continue,
            };
            for mode in String::from_utf8_lossy(&rest[..end]).split(';') {
                modes.retain(|(known, _)| known != mode);
                modes.push((mode.to_owned(), on));
            }
        }
        modes
    }
}

/// A child process and what becomes of it.
struct Process {
    pid: Pid,
    states: Receiver<WaitStatus>,
    ended: bool,
}

impl Process {
    fn watched(pid: Pid) -> Self {
        let (tell, states) = channel();
        thread::spawn(move || {
            while let Ok(Some((_, state))) = waitpid(Some(pid), WaitOptions::UNTRACED) {
                let last = state.exited() || state.signaled();
                if tell.send(state).is_err() || last {
                    return;
                }
            }
        });
        Self {
            pid,
            states,
            ended: false,
        }
    }

    /// The next that becomes of it: it stopped, or it ended.
    fn next(&mut self, within: Duration) -> Option<WaitStatus> {
        let state = self.states.recv_timeout(within).ok()?;
        self.ended = state.exited() || state.signaled();
        Some(state)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        while !self.ended && self.next(Duration::ZERO).is_some() {}
        if !self.ended {
            // a test that failed leaves nothing behind
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

#[track_caller]
fn ended(state: Option<WaitStatus>, screen: &str) -> Exit {
    match state {
        Some(state) if state.exited() => Exit::Status(state.exit_status().unwrap()),
        Some(state) if state.signaled() => Exit::Killed(state.terminating_signal().unwrap()),
        other => panic!("not ended in time: {other:?}\n{screen}"),
    }
}

/// The rows of a screen, without blanks at their ends.
pub fn text(screen: &Screen) -> String {
    let (_, width) = screen.size();
    let rows = screen.rows(0, width.get()).map(|row| row.trim_end().to_owned());
    rows.collect::<Vec<_>>().join("\n")
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize {
        rows: height,
        cols: width,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// The emulator's cells of a window that may say any size.
fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count.clamp(1, 1000)).unwrap()
}

/// How the terminal's line is set: echo, line by line, what is turned into signals.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has settings"))
}
