"""Persons, organisations, and the ties between them."""

from hartlijn.people.models.companionship import Companionship
from hartlijn.people.models.invitation import Invitation
from hartlijn.people.models.membership import Membership, Role
from hartlijn.people.models.organisation import Organisation, Unit
from hartlijn.people.models.person import Person

__all__ = ["Companionship", "Invitation", "Membership", "Organisation", "Person", "Role", "Unit"]
