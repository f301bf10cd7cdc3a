"""Who there is before the story begins; in a program of its own, so that the story has no database.

Three organisations and ten people. Nobody has a path, and there is no template: that is for the
desks, in the browser.
"""

from datetime import date

import django

LONG_AGO = date(2024, 9, 1)
BEGINS = date(2027, 1, 4)
SCHOOL, PLACEMENT, LIGHTHOUSE = "Hogeschool Delta", "Jeugdhuis Walcheren", "De Vuurtoren"


def sow() -> None:
    """Everybody, where they are on the first page of the story."""
    from hartlijn.demo.cast import BY_KEY  # noqa: PLC0415 - after django.setup
    from hartlijn.demo.models import World  # noqa: PLC0415
    from hartlijn.people.models import Companionship, Organisation, Role  # noqa: PLC0415
    from hartlijn.people.tests import factories as make  # noqa: PLC0415

    World.objects.create(pk=1, seed=0, made_on=BEGINS)
    person = {
        part.key: make.proven(
            make.a_person(part.name, pk=part.id, email=f"{part.key}@voorbeeld.nl")
        )
        for part in BY_KEY.values()
    }
    school = make.an_organisation(SCHOOL, Organisation.Kind.EDUCATION)
    cohort = make.a_unit(school, "Jaar 3", make.a_unit(school, "Social Work"))
    youth_house = make.an_organisation(PLACEMENT)
    group = make.a_unit(youth_house, "De Kreek", make.a_unit(youth_house, "Vlissingen"))
    lighthouse = make.an_organisation(LIGHTHOUSE)
    team = make.a_unit(lighthouse, "Team Gezinnen", make.a_unit(lighthouse, "Middelburg"))
    for key, place, role, unit in (
        ("lotte", school, Role.COORDINATOR, None),
        ("joost", school, Role.TEACHER, cohort),
        ("rosa", youth_house, Role.COORDINATOR, None),
        ("marijke", youth_house, Role.MEMBER, group),
        ("ines", lighthouse, Role.COORDINATOR, None),
        ("fatima", lighthouse, Role.TEAM_LEADER, team),
        ("sam", lighthouse, Role.MEMBER, team),
        ("mila", lighthouse, Role.MEMBER, team),
    ):
        make.a_place(person[key], place, role, unit=unit, starts_on=LONG_AGO)
    make.a_place(person["noor"], school, Role.STARTER, unit=cohort, starts_on=LONG_AGO)
    make.a_place(person["noor"], youth_house, Role.STARTER, unit=group, starts_on=BEGINS)
    kind = Companionship.Kind
    make.walking_along(person["noor"], person["marijke"], kind.WORK_MENTOR)
    make.walking_along(person["noor"], person["joost"], kind.STUDY_COACH)


if __name__ == "__main__":
    django.setup()
    sow()
