//! The rose.
