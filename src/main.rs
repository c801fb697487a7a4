//! The binary: hands the command line over.

use std::process::ExitCode;

fn main() -> ExitCode {
    pejl::cli::main(std::env::args_os())
}
