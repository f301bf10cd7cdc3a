"""Writing to each other: consult, help, a boundary, appreciation, aftercare. Sealed, all alike."""
