"""The trusted contact (9): two halves of a secret, and the words of who asks for them."""

from hashlib import pbkdf2_hmac
from typing import Final

from sealing import words
from sealing.key_log import ROUNDS
from sealing.notation import b64, unb64

HALF: Final = 32
SALT: Final = b"hartlijn asking"


def join(contact: str, server: str) -> str:
    """What opens the wrap, out of the two halves (b64)."""
    pairs = zip(unb64(contact, HALF), unb64(server, HALF), strict=True)
    return b64(bytes(one ^ other for one, other in pairs))


def words_of_asking(request: str, person: str, recipient: str) -> str:
    """The six words that who asks reads aloud."""
    password = f"hartlijn ask v1\n{request}\n{person}\n{recipient}".encode()
    return words.first_six(pbkdf2_hmac("sha256", password, SALT, ROUNDS, 32))
