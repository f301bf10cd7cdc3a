/**
 * Stands in the bundle for the hybrid (post-quantum) and P-256 recipients of `age-encryption`,
 * which nobody has here: half of the bundle would be code that never runs. A file or recipient of
 * those kinds is refused. The tests of the bundle hold it to that.
 */
export const MLKEM768X25519 = {};
export const MLKEM768P256 = {};
export const p256 = {};
