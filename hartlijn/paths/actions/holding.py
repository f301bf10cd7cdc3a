"""Hold a side while something of it is said or done, as whoever moves it does."""

from uuid import UUID

from hartlijn.paths.models import Side


def hold_side(side: UUID) -> None:
    """Until we are done it does not go to other days or another version, which takes rows away."""
    Side.objects.select_for_update(of=("self",)).filter(pk=side).first()
