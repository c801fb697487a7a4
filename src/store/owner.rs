//! Whose a profile is: makes the number that tells leaders apart, whatever their profiles are called.

/// 128 random bits in hex; nothing where the system has none to give.
pub(super) fn new_owner() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(format!("{:032x}", u128::from_ne_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_owner_is_another_number_of_128_bits() {
        let owners: std::collections::HashSet<_> = (0..100).filter_map(|_| new_owner()).collect();
        assert_eq!(owners.len(), 100);
        let hex = |owner: &String| owner.len() == 32 && u128::from_str_radix(owner, 16).is_ok();
        assert!(owners.iter().all(hex));
    }
}
