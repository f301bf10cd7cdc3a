"""The report that writes itself: rules and sentences over what was said. No Django, no clock."""
