//! Other programs that have the terminal for a while: the editor, the pager.

/// Waits for such a program. What is pressed there is for it: Ctrl+C and Ctrl+\ do not end this one meanwhile.
pub fn wait_for<T>(program: impl FnOnce() -> T) -> T {
    #[cfg(unix)]
    let kept = [signal_hook::consts::SIGINT, signal_hook::consts::SIGQUIT]
        .map(|signal| signal_hook::flag::register(signal, std::sync::Arc::default()));
    let done = program();
    #[cfg(unix)]
    for id in kept.into_iter().flatten() {
        signal_hook::low_level::unregister(id);
    }
    done
}
