"""Small circles of people who write to each other."""

from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.people.models import Circle, CirclePlace

# key, name, begun so many days ago, and who is in it; the last one is asked and has not answered
CIRCLES: Final = (
    ("friday", "Vrijdagmiddag", 45, ("noor", "mila", "vuurtoren-Middelburg/Team Verblijf-3")),
    ("crisis", "Crisisdiensten", 12, ("mila", "sam", "noor")),
)


def gather(draft: Draft) -> None:
    """Who is in which."""
    for key, name, begun, people in CIRCLES:
        day = draft.days_ago(begun)
        circle = draft.add(Circle(pk=identity("circle", key), name=name, made_on=day))
        maker = draft.people[people[0]]
        for who in people:
            draft.add(
                CirclePlace(
                    pk=identity("circle place", key, who),
                    circle=circle,
                    person=draft.people[who],
                    invited_by=maker,
                    invited_on=day,
                    accepted_on=None if who == people[-1] else day,
                )
            )
