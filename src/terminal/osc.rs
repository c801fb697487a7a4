//! Operating system commands: the question for the background colour and the answer to it (xterm, "Operating System
//! Commands"). Which theme follows from the colour is decided elsewhere.

/// Asks for the background colour.
pub const BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// The background colour in `11;rgb:RRRR/GGGG/BBBB`, as red, green and blue, each part one to four hexadecimal digits;
/// `None` where the command says anything else.
pub fn background(command: &str) -> Option<(u8, u8, u8)> {
    let parts = command
        .strip_prefix("11;rgb:")
        .or_else(|| command.strip_prefix("11;rgba:"))?;
    let mut parts = parts.split('/').map(|part| {
        let hexadecimal = part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let value = u32::from_str_radix(part, 16)
            .ok()
            .filter(|_| hexadecimal && (1..=4).contains(&part.len()))?;
        let most = (1u32 << (4 * part.len())) - 1;
        Some((value * 255 / most) as u8)
    });
    Some((parts.next()??, parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_whatever_its_number_of_digits() {
        for (command, colour) in [
            ("11;rgb:ffff/8080/0000", (255, 128, 0)),
            ("11;rgb:ff/80/00", (255, 128, 0)),
            ("11;rgb:f/8/0", (255, 136, 0)),
            ("11;rgba:ffff/8080/0000/ffff", (255, 128, 0)),
        ] {
            assert_eq!(background(command), Some(colour), "{command}");
        }
    }

    #[test]
    fn what_is_no_colour_of_the_background_is_none() {
        for command in [
            "",
            "11",
            "11;?",
            "11;rgb:",
            "11;rgb:ff/ff",
            "11;rgb:fffff/0/0",
            "11;rgb:+f/0/0",
            "11;rgb:æ/0/0",
            "10;rgb:ffff/ffff/ffff",
            "4;11;rgb:ffff/ffff/ffff",
            "52;c;cGVqbA==",
        ] {
            assert_eq!(background(command), None, "{command}");
        }
    }
}
