"""What happened to people, in the past tense, for the floors above."""

from django.dispatch import Signal

# Each is sent with: about (Person or None), by (Person), organisation (Organisation or None),
# and what is named behind it. Those who listen write it in the person's own log.
invitation_accepted = Signal()  # invitation
looked_at = Signal()  # what: a short code such as "membership"; abouts: list of persons
membership_started = Signal()  # membership
membership_changed = Signal()  # membership
membership_ended = Signal()  # membership
duty_given = Signal()  # abouts: list of persons put on a duty roster; role: as what ``by`` did it
duty_changed = Signal()  # abouts; role: another roster came in place of their duties ahead
duty_ended = Signal()  # abouts; role: taken off the roster, or their line was stopped
exported = Signal()  # what; abouts
account_blocked = Signal()  # is_blocked: bool
companionship_ended = Signal()  # companionship
reach_ended = Signal()  # people: list of persons who lost a tie, or were blocked, or blocked
erased = Signal()  # person_id: the id that is gone
times_changed = Signal()  # about: their working times or time zone are others now
account_warned = Signal()  # about; until: something happens with their account, in that time
ways_changed = Signal()  # about: an address or device on which they are warned left the account
