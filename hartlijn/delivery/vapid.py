"""Who we are to a push service: a signature for one address, valid for hours (RFC 8292)."""

import json
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha512
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from django.conf import settings

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

VALID: Final = timedelta(hours=12)
ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256: a private key is a number below it."""
HALF: Final = 32  # bytes


def public_key() -> str:
    """The key of this installation, as browsers want to read it."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - only with push

    point = _key().public_key()
    form, encoding = serialization.PublicFormat.UncompressedPoint, serialization.Encoding.X962
    return _text(point.public_bytes(encoding, form))


def authorization(endpoint: str, at: datetime) -> str:
    """The header for one address at ``at`` (aware)."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - only with push
    from cryptography.hazmat.primitives.asymmetric import ec, utils  # noqa: PLC0415 - the same

    parts = urlsplit(endpoint)
    said = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int((at + VALID).timestamp()),
        "sub": _contact(),
    }
    signed = f"{_json({'typ': 'JWT', 'alg': 'ES256'})}.{_json(said)}"
    signature = _key().sign(signed.encode(), ec.ECDSA(hashes.SHA256()))
    r, s = utils.decode_dss_signature(signature)
    both = r.to_bytes(HALF, "big") + s.to_bytes(HALF, "big")
    return f"vapid t={signed}.{_text(both)}, k={public_key()}"


@cache
def _key() -> "EllipticCurvePrivateKey":
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - only with push

    drawn = int.from_bytes(sha512(settings.PUSH_SECRET.encode()).digest(), "big")
    return ec.derive_private_key(drawn % (ORDER - 1) + 1, ec.SECP256R1())


def _contact() -> str:
    """Whom a push service may turn to."""
    contact: str = settings.SECURITY_CONTACT
    return contact or str(settings.SITE_URL)


def _json(said: dict[str, object]) -> str:
    return _text(json.dumps(said, separators=(",", ":")).encode())


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
