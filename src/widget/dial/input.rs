//! What keys and the mouse ask of a dial.
