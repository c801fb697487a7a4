//! Measures pejl from the outside, in a terminal as a leader has it, and beside it the bare ratatui program of
//! `examples/bare.rs`: one run of the one, one of the other, in turns, so that whatever else the machine does meets
//! both. Then programs that people know, where there are any. Prints the medians as tables.
//!
//! ```text
//! cargo run --release --example ttybench [-- RUNS [COLUMNSxROWS]]
//! COLORTERM= cargo run --release --example ttybench    # in 256 colours
//! ```
//!
//! pejl opens a profile with a note on every mark and 52 bearings in a folder of its own. Times are those of the
//! terminal's side: from the key that is written to the last byte that comes back. Reads `/proc`, so it needs Linux;
//! where `strace` is installed, system calls are counted in runs of their own.

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod measure;
#[cfg(target_os = "linux")]
mod process;
#[cfg(target_os = "linux")]
mod session;
#[cfg(target_os = "linux")]
mod table;
#[cfg(target_os = "linux")]
#[path = "../../benches/support/mod.rs"]
mod year;

#[cfg(target_os = "linux")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let runs = arguments.next().map_or(Ok(9), |runs| runs.parse())?;
    let size = match arguments.next() {
        Some(size) => {
            let (columns, rows) = size.split_once('x').ok_or("the size is written 120x36")?;
            (columns.parse()?, rows.parse()?)
        }
        None => (120, 36),
    };
    let programs = measure::programs()?;
    let mut figures = [table::Figures::default(), table::Figures::default()];
    let mut peers: Vec<_> = measure::peers()
        .into_iter()
        .map(|peer| (peer, table::Figures::default()))
        .collect();
    for run in 0..runs {
        for (program, figures) in programs.iter().zip(&mut figures) {
            eprintln!("run {} of {runs}: {}", run + 1, program.name());
            measure::run(program, size, figures)?;
        }
        for ((name, command), figures) in &mut peers {
            eprintln!("run {} of {runs}: {name}", run + 1);
            measure::run_peer(command, size, figures)?;
        }
    }
    for (program, figures) in programs.iter().zip(&mut figures) {
        calls::count(program, size, figures)?;
    }
    println!(
        "{}×{}, medians of {runs} runs in turns\n\n{}\n{}",
        size.0,
        size.1,
        table::markdown(&figures),
        table::beside(peers.iter().map(|((name, _), figures)| (*name, figures)))
    );
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("ttybench reads /proc and needs Linux");
}
