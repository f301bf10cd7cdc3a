"""Mathematics about groups: knows no Django, no database and no clock."""
