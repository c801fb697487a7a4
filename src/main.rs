//! The binary: hands the command line over.

use std::process::ExitCode;

fn main() -> ExitCode {
    // the release build unwinds nothing: a panic ends the process here, with the status it has where it unwinds
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        report(panic);
        std::process::exit(101);
    }));
    pejl::cli::main(std::env::args_os())
}
