//! All integration tests, one binary: a file for each thing that is tested, `common` drives the program.

mod any_framework;
mod cli;
mod cli_bearing;
mod cli_doctor;
#[cfg(unix)]
mod cli_editor;
mod cli_export;
mod cli_framework;
mod cli_gathering;
mod cli_import;
#[cfg(unix)]
mod cli_json;
mod cli_note;
mod cli_profile;
mod cli_share;
mod cli_team;
mod cli_undo;
mod cli_usage;
mod common;
#[cfg(unix)]
mod completions;
mod config;
mod crash;
mod damage;
mod export;
mod fault_words;
mod flow_bearings;
mod flow_beside;
mod flow_clipboard;
mod flow_dials;
mod flow_explore;
mod flow_export;
mod flow_find;
mod flow_help;
mod flow_merge;
mod flow_messages;
mod flow_mirror;
mod flow_monthly;
mod flow_mouse;
mod flow_notes;
mod flow_other_framework;
mod flow_present;
mod flow_profiles;
mod flow_reading;
mod flow_settings;
mod flow_team;
mod flow_undo;
mod flow_welcome;
mod framework_check;
mod framework_text;
mod gathering;
mod golden_screens;
mod hostile_text;
mod house;
mod keys;
#[cfg(unix)]
mod leadership_day;
mod limits;
mod machine;
mod manual;
mod mirror;
mod newcomer;
mod outputs;
mod parity;
#[cfg(target_os = "linux")]
mod pixels;
mod plain;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod pty_events;
#[cfg(unix)]
mod pty_files;
#[cfg(unix)]
mod pty_show;
mod readme;
#[cfg(target_os = "linux")] // whose programs load libraries before the system's
mod slow_disk;
#[cfg(target_os = "linux")]
mod soak;
mod store_files;
mod store_process;
mod store_refused;
mod store_schema;
#[cfg(target_os = "linux")]
mod store_system;
#[cfg(unix)]
mod store_text;
mod strangers;
mod theme;
#[cfg(target_os = "linux")]
mod xterm;
