"""Dialogues: what was prepared, the room, what was said, and what follows from it."""

from hartlijn.dialogues.models.checking import Remark, ReportEdit
from hartlijn.dialogues.models.contribution import Contribution, Theme, Thread
from hartlijn.dialogues.models.dialogue import Dialogue, Leading
from hartlijn.dialogues.models.invited import Invited, UsedLinks
from hartlijn.dialogues.models.lead import Lead
from hartlijn.dialogues.models.lead_notice import LeadNotice
from hartlijn.dialogues.models.put_finding import PutFinding
from hartlijn.dialogues.models.room import Helper, Mark, Seat
from hartlijn.dialogues.models.taken import Taken
from hartlijn.dialogues.models.words import Language, Perspective

__all__ = [
    "Contribution",
    "Dialogue",
    "Helper",
    "Invited",
    "Language",
    "Lead",
    "LeadNotice",
    "Leading",
    "Mark",
    "Perspective",
    "PutFinding",
    "Remark",
    "ReportEdit",
    "Seat",
    "Taken",
    "Theme",
    "Thread",
    "UsedLinks",
]
