"""Of whom in the world there is more to see."""

NOOR, SAM = "Noor, starter", "Sam, own companion"
INES, OTTO = "Ines, own coordinator at work", "Otto, operator"
