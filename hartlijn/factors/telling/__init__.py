"""Maps as pages tell them: facts, differences, what is known of one factor. No table, no clock."""
