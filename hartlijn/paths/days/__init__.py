"""When: counting in somebody's own working days, and where steps and hours fall."""
