//! The macro that holds every message in both languages side by side. Owns the form of the tables, no words.
//!
//! ```ignore
//! messages! {
//!     /// Saving, in one language.
//!     pub struct SavingText;
//!
//!     /// The profile is on disk.
//!     saved { da: "gemt", en: "saved" }
//!     /// The profile is not on disk, and why.
//!     not_saved(why: &str) { da: "IKKE GEMT: {why}", en: "NOT SAVED: {why}" }
//!     /// So many lines.
//!     lines(count: usize) {
//!         da: { count: 1 => "1 linje", _ => "{count} linjer" },
//!         en: { count: 1 => "1 line", _ => "{count} lines" },
//!     }
//!     /// The ends of the scale.
//!     ends: (&'static str, &'static str) { da: ("lav", "høj"), en: ("low", "high") }
//! }
//! ```
//!
//! A message without arguments is a field, `text.saved`; one with arguments is a method, `text.not_saved(why)`, and gives
//! a `String` unless its row names another type. Its words are a format string, a choice of them by one argument, or a
//! block of Rust. A missing language, an unknown argument and an argument that a language does not use do not compile.
//!
//! A row `part team: TeamText;` holds another table.

/// A struct of messages with a constant for each language. See the module.
macro_rules! messages {
    // Text in text: the rows are taken one by one into fields, parts and sentences.
    (@rows $head:tt [$($fields:tt)*] $parts:tt [$($sentences:tt)*]
        $(#[$doc:meta])*
        $name:ident($($arg:ident: $type:ty),+ $(,)?) $(-> $result:ty)? { da: $da:tt, en: $en:tt $(,)? }
        $($rest:tt)*
    ) => {
        messages! { @rows $head [$($fields)*] $parts
            [$($sentences)* { [$(#[$doc])*] $name [$($arg: $type),+] [$($result)?] $da $en }]
            $($rest)*
        }
    };
    (@rows $head:tt [$($fields:tt)*] [$($parts:tt)*] $sentences:tt
        $(#[$doc:meta])*
        part $name:ident: $type:ty;
        $($rest:tt)*
    ) => {
        messages! { @rows $head [$($fields)*] [$($parts)* { [$(#[$doc])*] $name $type }] $sentences $($rest)* }
    };
    (@rows $head:tt [$($fields:tt)*] $parts:tt $sentences:tt
        $(#[$doc:meta])*
        $name:ident { da: $da:expr, en: $en:expr $(,)? }
        $($rest:tt)*
    ) => {
        messages! { @rows $head [$($fields)* { [$(#[$doc])*] $name [&'static str] [$da] [$en] }] $parts $sentences $($rest)* }
    };
    (@rows $head:tt [$($fields:tt)*] $parts:tt $sentences:tt
        $(#[$doc:meta])*
        $name:ident: $type:ty { da: $da:expr, en: $en:expr $(,)? }
        $($rest:tt)*
    ) => {
        messages! { @rows $head [$($fields)* { [$(#[$doc])*] $name [$type] [$da] [$en] }] $parts $sentences $($rest)* }
    };
    // All rows are taken.
    (@rows
        [[$(#[$head:meta])*] $vis:vis $struct:ident]
        [$({ [$($field_doc:tt)*] $field:ident [$field_type:ty] [$field_da:expr] [$field_en:expr] })*]
        [$({ [$($part_doc:tt)*] $part:ident $part_type:ty })*]
        [$({
            [$($doc:tt)*] $name:ident [$($arg:ident: $type:ty),+] [$($result:ty)?] $da:tt $en:tt
        })*]
    ) => {
        $(#[$head])*
        $vis struct $struct {
            #[allow(dead_code)] // a table without sentences does not ask for it
            spoken: $crate::text::Lang,
            $($($field_doc)* pub $field: $field_type,)*
            $($($part_doc)* pub $part: &'static $part_type,)*
        }

        $(#[$head])*
        impl $struct {
            /// In Danish.
            pub const DA: Self = Self {
                spoken: $crate::text::Lang::Da,
                $($field: $field_da,)*
                $($part: &<$part_type>::DA,)*
            };

            /// In English.
            pub const EN: Self = Self {
                spoken: $crate::text::Lang::En,
                $($field: $field_en,)*
                $($part: &<$part_type>::EN,)*
            };

            $(
                $($doc)*
                pub fn $name(&self, $($arg: $type),+) -> messages!(@result $($result)?) {
                    #[deny(unused_variables)]
                    fn da($($arg: $type),+) -> messages!(@result $($result)?) {
                        messages!(@say [$($result)?] $da)
                    }
                    #[deny(unused_variables)]
                    fn en($($arg: $type),+) -> messages!(@result $($result)?) {
                        messages!(@say [$($result)?] $en)
                    }
                    match self.spoken {
                        $crate::text::Lang::Da => da($($arg),+),
                        $crate::text::Lang::En => en($($arg),+),
                    }
                }
            )*

            /// Every message as it is written in the table: its name, the Danish, the English.
            #[cfg(test)]
            pub(crate) fn every() -> Vec<(&'static str, &'static str, &'static str)> {
                #[allow(unused_mut)]
                let mut every = vec![
                    $((
                        concat!(stringify!($struct), "::", stringify!($field)),
                        stringify!($field_da),
                        stringify!($field_en),
                    ),)*
                    $((
                        concat!(stringify!($struct), "::", stringify!($name)),
                        stringify!($da),
                        stringify!($en),
                    ),)*
                ];
                $(every.extend(<$part_type>::every());)*
                every
            }
        }
    };
    // What a sentence gives.
    (@result) => { String };
    (@result $result:ty) => { $result };
    // The words of a sentence.
    (@say [] $text:literal) => { format!($text) };
    (@say [] { $on:ident: $($case:pat => $text:literal),+ $(,)? }) => {
        match $on { $($case => format!($text)),+ }
    };
    (@say [$result:ty] { $on:ident: $($case:pat => $text:expr),+ $(,)? }) => {
        match $on { $($case => $text),+ }
    };
    (@say $result:tt { $($body:tt)* }) => { { $($body)* } };
    // The head of a table.
    ($(#[$head:meta])* $vis:vis struct $struct:ident; $($rows:tt)*) => {
        messages! { @rows [[$(#[$head])*] $vis $struct] [] [] [] $($rows)* }
    };
}
