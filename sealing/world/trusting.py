"""Noor has a trusted contact: two halves of a secret, and her keyring behind both (docs/seal.md, 9)."""

import secrets
from datetime import date, timedelta
from typing import Any, Final
from uuid import uuid4

from sealing import trusted, wraps
from sealing.age_file import passphrase
from sealing.envelope import recipient_of, seal_shared
from sealing.keyring import Keyring
from sealing.letter import NO_HOUR, Letter
from sealing.notation import b64

CONTACTS: Final = {"noor": "sam"}
"""Who chose whom. The two compared words when one gave the other something."""
DAYS: Final = 3
CHOSEN_DAYS_AGO: Final = 16


def entrust(owner: Keyring, contact: Keyring, today: date) -> dict[str, Any]:
    """What the owner's browser would have sent: a wrap, the contact's half sealed, the server's."""
    name, halves = str(uuid4()), [b64(secrets.token_bytes(trusted.HALF)) for _half in range(2)]
    letter = Letter(
        kind="half",
        object=name,
        version=1,
        author=owner.log,
        recipients=tuple(sorted((owner.log, contact.log))),
        time=NO_HOUR,
        content={"v": 1, "half": halves[0]},
    )
    readers = [recipient_of(one.sharing[0]) for one in (owner, contact)]
    return {
        "id": name,
        "to": contact.person,
        "days": DAYS,
        "made_on": (today - timedelta(days=CHOSEN_DAYS_AGO)).isoformat(),
        "content": b64(wraps.wrap(owner, passphrase(trusted.join(*halves)))),
        "letter": b64(seal_shared(letter, readers, owner.signer())),
        "half": halves[1],
    }
