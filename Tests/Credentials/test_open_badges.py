"""Certificates against the contexts that W3C and 1EdTech publish, and another implementation of Open Badges 3.0.

The contexts come with openbadgeslib, which keeps them for the same purpose; PyLD applies them.
"""

import importlib.resources
import json

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier, OpenBadgeCredential
from pyld import jsonld

from conftest import CERTIFICATE_ID, ISSUER
from test_credentials import keys_of

PUBLISHED = importlib.resources.files("openbadgeslib.ob3") / "contexts"
CONTEXTS = {
    "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-v3p0-context-3.0.3.json",
}


def published(address: str, _options=None) -> dict:
    """A published context; any other address fails the test."""
    document = json.loads((PUBLISHED / CONTEXTS[address]).read_text())
    return {"contextUrl": None, "documentUrl": address, "contentType": "application/ld+json", "document": document}


def plain(value):
    """The same whether a list of one is written as a list."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return plain(value[0]) if len(value) == 1 else [plain(each) for each in value]
    return value


def test_every_property_is_defined_by_the_published_contexts(issuer):
    """What a context does not define is lost on the way to linked data and back."""
    document = json.loads(issuer.json_text)
    options = {"documentLoader": published}
    there = jsonld.expand(document, options)
    back = jsonld.compact(there, {"@context": document["@context"]}, options)
    # The proof repeats the context for its own suite, which compaction has no need of.
    del document["proof"]["@context"]
    assert plain(back) == plain(document)


def test_an_undefined_property_would_be_noticed(issuer):
    document = json.loads(issuer.json_text)
    document["shoeSize"] = 42
    options = {"documentLoader": published}
    back = jsonld.compact(jsonld.expand(document, options), {"@context": document["@context"]}, options)
    assert "shoeSize" not in back


def test_another_implementation_reads_the_credential(issuer):
    document = json.loads(issuer.json_text)
    del document["proof"]
    credential = OpenBadgeCredential.from_vc_document(document)
    assert credential.id == f"urn:uuid:{CERTIFICATE_ID}" and credential.issuer.id == ISSUER
    assert credential.achievement.name == "Jualan online dari nol" and credential.achievement.achievement_type == "Certification"
    assert any(identity.identity_hash == "Siti Rahmawati, S.E. “Bu Siti”" for identity in credential.identifiers)


def pem(issuer, place: int) -> bytes:
    return keys_of(issuer)[place].public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def test_another_implementation_verifies_both_tokens_and_refuses_changed_ones(issuer):
    for place, token in enumerate([issuer.jwt, issuer.rs256]):
        verifier = OB3Verifier(pem(issuer, place))
        assert verifier.verify(token).achievement.name == "Jualan online dari nol"
        head, body, signature = token.split(".")
        other = ("A" if body[40] != "A" else "B")
        with pytest.raises(OB3VerificationError):
            verifier.verify(".".join([head, body[:40] + other + body[41:], signature]))
