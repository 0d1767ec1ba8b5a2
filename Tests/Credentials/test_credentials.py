"""Certificates as other people's libraries see them: PyJWT for VC-JWT, cryptography for the proof and the compact form."""

import base64
import copy
import dataclasses
import datetime
import hashlib
import json
import shutil
import struct

import jwt
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from conftest import CERTIFICATE_ID, IDENTITY, ISSUER, run

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58(text: str) -> bytes:
    number = 0
    for character in text:
        number = number * 58 + BASE58.index(character)
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def multikey(text: str) -> Ed25519PublicKey:
    """W3C Controlled Identifiers: z, then base 58 over 0xED 0x01 and the key."""
    assert text.startswith("z")
    data = base58(text[1:])
    assert data[:2] == b"\xed\x01" and len(data) == 34
    return Ed25519PublicKey.from_public_bytes(data[2:])


def canonical(value) -> bytes:
    """RFC 8785 for texts, lists and objects with names in ASCII, which is all that a certificate holds."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def check_proof(document: dict) -> None:
    """W3C Data Integrity EdDSA Cryptosuites, section 3.3.2, from its words."""
    document = copy.deepcopy(document)
    proof = document.pop("proof")
    signature = proof.pop("proofValue")
    assert proof["type"] == "DataIntegrityProof" and proof["cryptosuite"] == "eddsa-jcs-2022"
    if "@context" in document:
        assert proof["@context"] == document["@context"]
    key = multikey(proof["verificationMethod"].split("#")[1])
    assert signature[0] == "z"
    message = hashlib.sha256(canonical(proof)).digest() + hashlib.sha256(canonical(document)).digest()
    key.verify(base58(signature[1:]), message)


def seconds(text: str) -> int:
    return int(datetime.datetime.fromisoformat(text).timestamp())


def keys_of(issuer) -> tuple:
    entry = issuer.history["entries"][-1]
    return multikey(entry["publicKeyMultibase"]), jwt.PyJWK.from_dict({**entry["publicKeyJwk"], "alg": "RS256"}).key


@pytest.mark.parametrize("algorithm", ["EdDSA", "RS256"])
def test_pyjwt_accepts_the_token(issuer, algorithm):
    ed25519, rsa = keys_of(issuer)
    token, key = (issuer.jwt, ed25519) if algorithm == "EdDSA" else (issuer.rs256, rsa)
    header = jwt.get_unverified_header(token)
    assert header["alg"] == algorithm and header["typ"] == "JWT" and header["kid"].startswith(ISSUER + "#")
    claims = jwt.decode(token, key, algorithms=[algorithm], issuer=ISSUER, options={"require": ["iss", "sub", "jti", "nbf", "exp"]})
    assert claims["jti"] == claims["id"] == f"urn:uuid:{CERTIFICATE_ID}"
    assert claims["iss"] == claims["issuer"]["id"]
    assert claims["sub"] == claims["credentialSubject"]["id"]
    assert claims["nbf"] == seconds(claims["validFrom"])
    assert claims["exp"] == seconds(claims["validUntil"])
    wrong = rsa if algorithm == "EdDSA" else ed25519
    with pytest.raises((jwt.PyJWTError, TypeError)):
        jwt.decode(token, wrong, algorithms=[algorithm])


def test_both_tokens_and_the_json_say_the_same(issuer):
    payload = lambda token: jwt.decode(token, options={"verify_signature": False})
    assert payload(issuer.jwt) == payload(issuer.rs256)
    credential = {name: value for name, value in payload(issuer.jwt).items() if name not in {"iss", "sub", "jti", "nbf", "exp", "iat"}}
    document = json.loads(issuer.json_text)
    del document["proof"]
    assert credential == document


def test_the_proof_is_right_and_covers_every_member(issuer):
    document = json.loads(issuer.json_text)
    check_proof(document)
    for name in document:
        if name == "proof":
            continue
        changed = copy.deepcopy(document)
        changed[name] = "something else"
        if name == "@context":
            changed["proof"]["@context"] = "something else"
        with pytest.raises(InvalidSignature):
            check_proof(changed)


def test_the_text_is_canonical(issuer):
    assert canonical(json.loads(issuer.json_text)) == issuer.json_text.encode()


def test_the_shape_is_that_of_open_badges(issuer):
    """The properties that Open Badges 3.0 (appendix B) requires of each class, and their values."""
    document = json.loads(issuer.json_text)
    assert document["@context"] == ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
    assert document["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert {"id", "name", "credentialSubject", "issuer", "validFrom"} <= document.keys()
    assert {"id", "type"} <= document["issuer"].keys() and "Profile" in document["issuer"]["type"]
    subject = document["credentialSubject"]
    assert {"type", "achievement"} <= subject.keys() and "AchievementSubject" in subject["type"]
    assert {"id", "type", "criteria", "description", "name"} <= subject["achievement"].keys()
    assert "Achievement" in subject["achievement"]["type"] and subject["achievement"]["criteria"]["narrative"]
    assert subject["achievement"]["achievementType"] == "Certification"
    for identity in subject["identifier"]:
        assert {"type", "hashed", "identityHash", "identityType"} <= identity.keys() and identity["type"] == "IdentityObject"
    assert {"id", "type"} <= document["credentialStatus"].keys()
    assert {"type", "created", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"} <= document["proof"].keys()
    for name in ["validFrom", "validUntil"]:
        assert datetime.datetime.fromisoformat(document[name]).tzinfo == datetime.timezone.utc


def test_the_identity_is_a_salted_hash(issuer):
    hashed = next(each for each in json.loads(issuer.json_text)["credentialSubject"]["identifier"] if each["hashed"])
    assert hashed["identityHash"] == "sha256$" + hashlib.sha256((IDENTITY + hashed["salt"]).encode()).hexdigest()
    for text in [issuer.jwt, issuer.rs256, issuer.json_text, issuer.compact]:
        assert IDENTITY not in text


def test_the_compact_form_is_as_documented(issuer):
    assert issuer.compact.startswith("NK1:") and len(issuer.compact) <= 400
    encoded = issuer.compact[4:]
    data = base64.b32decode(encoded + "=" * (-len(encoded) % 8))
    body, signature = data[:-64], data[-64:]
    ed25519, _ = keys_of(issuer)
    ed25519.verify(signature, b"NK1:" + body)
    version, kind, key_id, certificate_id, issued, expires, signed = struct.unpack(">BB8s16sHHH", body[:32])
    assert (version, kind) == (1, 1)
    assert key_id == hashlib.sha256(ed25519.public_bytes_raw()).digest()[:8]
    assert certificate_id.hex() == CERTIFICATE_ID.replace("-", "")
    day = lambda number: (datetime.date(1970, 1, 1) + datetime.timedelta(days=number)).isoformat()
    assert (day(issued), day(expires), day(signed)) == ("2026-03-01", "2029-12-31", "2026-03-02")
    texts, rest = [], body[32:]
    while rest:
        texts.append(rest[1:1 + rest[0]].decode())
        rest = rest[1 + rest[0]:]
    assert texts == ["Siti Rahmawati, S.E. “Bu Siti”", "NK-2026-000123", "JUALAN-0", "Jualan online dari nol", "UMKM Go Online"]


def test_the_command_accepts_each_form(issuer):
    for text, form in [(issuer.jwt, "jwt"), (issuer.rs256, "jwt"), (issuer.json_text, "json"), (issuer.compact, "nk1")]:
        answer = issuer.verify(text)
        assert answer["valid"] and answer["form"] == form and answer["certificate"]["id"] == CERTIFICATE_ID
        # However the JSON is laid out.
        if form == "json":
            assert issuer.verify(json.dumps(json.loads(text), indent=2, ensure_ascii=True))["valid"]


def test_tokens_that_pyjwt_makes_with_other_algorithms_are_refused(issuer):
    payload = jwt.decode(issuer.jwt, options={"verify_signature": False})
    kid = jwt.get_unverified_header(issuer.jwt)["kid"]
    entry = issuer.history["entries"][-1]
    public = base64.urlsafe_b64encode(base58(entry["publicKeyMultibase"][1:])[2:]).decode()
    for key, algorithm in [(None, "none"), (public.ljust(64, "="), "HS256"), (public.ljust(64, "="), "HS512")]:
        token = jwt.encode(payload, key, algorithm=algorithm, headers={"kid": kid})
        assert issuer.verify(token, expected=1)["answer"] == "unreadable"


def test_three_rotations_and_a_revocation(issuer, tmp_path):
    """Each key's certificate stays good; the history is a chain that can be followed from its published description."""
    issuer = dataclasses.replace(issuer, folder=shutil.copytree(issuer.folder, tmp_path / "keys"))
    keys = str(issuer.folder)
    for day in ["2026-06-01", "2026-07-01", "2026-08-01"]:
        run("certificate", "key", "rotate", "--keys", keys, "--on", day)
    assert issuer.verify(issuer.compact)["valid"] and issuer.verify(issuer.rs256)["valid"]

    entries = issuer.history["entries"]
    assert len(entries) == 4
    unpadded = lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    for place, entry in enumerate(entries):
        unsigned = {name: value for name, value in entry.items() if name not in {"signature", "previousSignature"}}
        multikey(entry["publicKeyMultibase"]).verify(unpadded(entry["signature"]), canonical(unsigned))
        if place:
            former = entries[place - 1]
            multikey(former["publicKeyMultibase"]).verify(unpadded(entry["previousSignature"]), canonical(unsigned))
            assert entry["previous"] == hashlib.sha256(canonical(former)).hexdigest()

    run("certificate", "revoke", "--keys", keys, "--reason", "Nama tertukar", CERTIFICATE_ID, "--on", "2026-09-01")
    revocations = json.loads((issuer.folder / "revocations.json").read_text())
    check_proof(revocations)
    assert revocations["sequence"] == 1 and revocations["asOf"] == "2026-09-01"
    assert revocations["revoked"] == [{"id": f"urn:uuid:{CERTIFICATE_ID}", "on": "2026-09-01", "reason": "Nama tertukar"}]
    for text in [issuer.jwt, issuer.rs256, issuer.json_text, issuer.compact]:
        assert issuer.verify(text, "--at", "2026-09-02", expected=1)["answer"] == "revoked"
        assert issuer.verify(text, "--at", "2026-08-31")["valid"]
