// Checks a certificate in the compact form (NK1) in the browser alone: the page brings the issuer's keys and the list of revocations along.
// Docs/certificates.md describes every byte. Without this script the form asks the server, which answers the same.
(() => {
  const form = document.getElementById("check-form");
  const answer = document.getElementById("answer");
  const data = JSON.parse(document.getElementById("check-data").dataset.check);
  const oldest = 30;

  // RFC 4648, capitals, no padding; left-over bits have to be nothing.
  function base32(text) {
    const bytes = [];
    let bits = 0, value = 0;
    for (const letter of text) {
      const digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      if (digit < 0) return null;
      value = value << 5 | digit;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.push(value >> bits);
        value &= (1 << bits) - 1;
      }
    }
    return value === 0 && bits < 5 ? new Uint8Array(bytes) : null;
  }

  function base58(text) {
    const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let number = 0n;
    for (const letter of text) number = number * 58n + BigInt(alphabet.indexOf(letter));
    const bytes = [];
    for (; number > 0n; number >>= 8n) bytes.unshift(Number(number & 255n));
    return new Uint8Array(bytes);
  }

  const hexadecimal = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
  const dayNumber = iso => Date.parse(iso + "T00:00:00Z") / 86400000;
  const dayText = number => new Date(number * 86400000).toLocaleDateString(
    document.documentElement.lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  function read(text) {
    if (!text.startsWith("NK1:") || text.length > 900) return null;
    const bytes = base32(text.slice(4));
    if (!bytes || bytes.length < 32 + 5 + 64 || bytes[0] !== 1 || bytes[1] > 1) return null;
    const body = bytes.subarray(0, bytes.length - 64);
    const day = at => body[at] << 8 | body[at + 1];
    const texts = [];
    let position = 32;
    for (let count = 0; count < 5; count++) {
      if (position >= body.length) return null;
      const end = position + 1 + body[position];
      if (end > body.length) return null;
      try {
        texts.push(new TextDecoder("utf-8", { fatal: true }).decode(body.subarray(position + 1, end)));
      } catch {
        return null;
      }
      if (/[\u0000-\u001f\u007f-\u009f]/.test(texts[count])) return null;
      position = end;
    }
    const issued = day(26), expires = day(28), signed = day(30);
    if (position !== body.length || issued === 0 || signed === 0 || (expires > 0 && expires < issued)) return null;
    const id = hexadecimal(body.subarray(10, 26)).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    const message = new Uint8Array(4 + body.length);
    message.set([78, 75, 49, 58]);
    message.set(body, 4);
    return { kind: body[1], key: hexadecimal(body.subarray(2, 10)), id, issued, expires, signed, texts, message, signature: bytes.subarray(bytes.length - 64) };
  }

  // The last day of a key is the first of the next.
  function fault(entries, place, signed) {
    const entry = entries[place];
    for (const later of entries) for (const key of later.compromised || []) if (key.kid === entry.kid) return { word: "compromisedKey", day: dayNumber(key.since) };
    if (signed < dayNumber(entry.validFrom)) return { word: "futureKey", day: signed };
    if (place + 1 < entries.length && signed > dayNumber(entries[place + 1].validFrom)) return { word: "retiredKey", day: signed };
    return null;
  }

  async function judge(text, today) {
    const read_ = read(text);
    if (!read_) return { word: "unreadable" };
    const entries = data.history.entries;
    const place = entries.findIndex(entry => entry.kid === read_.key);
    if (place < 0) return { word: "unknownKey" };
    const raw = base58(entries[place].publicKeyMultibase.slice(1)).subarray(2);
    const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
    if (!await crypto.subtle.verify("Ed25519", key, read_.signature, read_.message)) return { word: "altered" };
    const found = { facts: read_, issuer: entries[place].issuer.name };
    const bad = fault(entries, place, read_.signed);
    if (bad) return { ...found, ...bad };
    const revoked = data.revocations && data.revocations.revoked.find(entry => entry.id === "urn:uuid:" + read_.id);
    if (revoked && dayNumber(revoked.on) <= today) return { ...found, word: "revoked", day: dayNumber(revoked.on), reason: revoked.reason };
    if (today < Math.max(read_.issued, read_.signed)) return { ...found, word: "notYetValid", day: Math.max(read_.issued, read_.signed) };
    if (read_.expires > 0 && today > read_.expires) return { ...found, word: "expired", day: read_.expires };
    return { ...found, word: "valid" };
  }

  function show(result, today) {
    const words = data.words;
    answer.textContent = "";
    answer.className = "notice " + (result.word === "valid" ? "success" : "failure");
    const add = (name, text) => {
      const element = document.createElement(name);
      element.textContent = text;
      answer.append(element);
    };
    add("h2", words[result.word].replace("{1}", result.day ? dayText(result.day) : "").replace("{2}", result.reason || ""));
    if (result.facts) {
      const [name, number, , achievement, programme] = result.facts.texts;
      for (const text of [name, achievement, programme, number, result.issuer]) if (text) add("p", text);
      add("p", words.issued.replace("{1}", dayText(result.facts.issued)));
      if (result.facts.expires > 0 && result.word === "valid") add("p", words.until.replace("{1}", dayText(result.facts.expires)));
    }
    if (result.word === "valid") {
      const asOf = data.revocations && dayNumber(data.revocations.asOf);
      add("p", asOf ? words.asOf.replace("{1}", dayText(asOf)) : words.noList);
      if (asOf && today - asOf > oldest) add("p", words.oldList);
      add("p", words.person);
    }
    answer.hidden = false;
    answer.focus();
  }

  async function check(text) {
    const today = Math.floor((Date.now() + 7 * 3600000) / 86400000);
    show(await judge(text.trim(), today), today);
  }

  async function start() {
    try {
      // An old browser knows no Ed25519: there the form asks the server.
      await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    } catch {
      return;
    }
    form.addEventListener("submit", event => {
      if (!form.elements.certificate.value.trim().startsWith("NK1:")) return;
      event.preventDefault();
      check(form.elements.certificate.value);
    });
    const fromCode = () => {
      const text = decodeURIComponent(location.hash.slice(1));
      if (!text) return;
      form.elements.certificate.value = text;
      check(text);
    };
    addEventListener("hashchange", fromCode);
    fromCode();
    if ("serviceWorker" in navigator) navigator.serviceWorker.register(data.worker, { scope: "/check" });
  }
  start();
})();
