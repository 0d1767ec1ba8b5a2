// Marks a lesson's questions on the phone, keeps the results there, and sends them when there is a network.
// On a page of the server the form names where results go (data-send); in an offline package it may name the site (data-site).
(function () {
  'use strict';
  var KEY = 'naik-kelas-results';
  var form = document.querySelector('form.questions');
  var sender = document.querySelector('[data-send]');

  function kept() {
    try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (error) { return []; }
  }
  function keep(results) {
    try { localStorage.setItem(KEY, JSON.stringify(results.slice(-60))); return true; } catch (error) { return false; }
  }

  // RFC 9562, section 5.7.
  function newId() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    var time = Date.now();
    for (var place = 5; place >= 0; place--) { bytes[place] = time % 256; time = Math.floor(time / 256); }
    bytes[6] = bytes[6] & 15 | 112;
    bytes[8] = bytes[8] & 63 | 128;
    var hex = Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  function given(field) {
    if (field.dataset.kind === 'number') {
      var text = field.querySelector('input').value.replace(/[\s.,]|rp/gi, '');
      return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
    }
    var places = Array.from(field.querySelectorAll('input:checked'), function (input) { return Number(input.value); });
    return places.length ? places : null;
  }

  function isRight(field, answer) {
    if (answer === null) return false;
    return field.dataset.right === (Array.isArray(answer) ? answer.join(',') : String(answer));
  }

  function show(field, answer) {
    var right = isRight(field, answer);
    field.querySelector('.verdict.right').hidden = !right;
    field.querySelector('.verdict.wrong').hidden = right;
    field.querySelectorAll('.explanation').forEach(function (text) { text.hidden = false; });
    return right;
  }

  function mark() {
    var fields = Array.from(form.querySelectorAll('fieldset'));
    var answers = {};
    var right = 0;
    fields.forEach(function (field) {
      var answer = given(field);
      if (answer !== null) answers[field.dataset.id] = answer;
      if (show(field, answer)) right += 1;
    });
    var result = form.querySelector('.result');
    result.textContent = right + ' / ' + fields.length + ' (' + Math.floor(right * 100 / fields.length) + ' %)';
    result.hidden = false;
    result.scrollIntoView({ block: 'nearest' });
    return answers;
  }

  function say(state) {
    document.querySelectorAll('[data-state]').forEach(function (text) { text.hidden = text.dataset.state !== state; });
  }

  // Results belong to whoever took them; those of nobody wait until somebody says that they are theirs.
  function mine(results, all) {
    var taker = sender.dataset.taker || '';
    return results.filter(function (result) { return taker && (result.taker === taker || all && !result.taker); });
  }

  function send(all) {
    var results = mine(kept(), all);
    var nobodys = kept().some(function (result) { return !result.taker; });
    var claim = document.getElementById('claim');
    if (claim) claim.hidden = all || !nobodys || !sender.dataset.taker;
    if (!results.length) {
      if (kept().length && !sender.dataset.taker) say('nobody');
      return Promise.resolve();
    }
    if (!navigator.onLine) {
      say('waiting');
      return Promise.resolve();
    }
    return fetch(sender.dataset.send, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Form-Token': sender.dataset.token || '' },
      body: JSON.stringify(results.map(function (result) {
        return {
          id: result.id, course: result.course, part: result.part, version: result.version, answers: result.answers, takenAt: result.takenAt
        };
      }))
    }).then(function (response) {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }).then(function (outcomes) {
      var ids = results.map(function (result) { return result.id; });
      keep(kept().filter(function (result) { return ids.indexOf(result.id) < 0; }));
      say(outcomes.indexOf('outdated') >= 0 ? 'outdated' : 'sent');
    }).catch(function () { say('waiting'); });
  }

  function link(results) {
    var text = JSON.stringify(results);
    var bytes = new TextEncoder().encode(text);
    var binary = Array.from(bytes, function (byte) { return String.fromCharCode(byte); }).join('');
    return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function offerLink() {
    var offer = form && form.querySelector('.send');
    if (!offer || !form.dataset.site || !kept().length) return;
    offer.querySelector('a').href = form.dataset.site + '/belajar/kirim#' + link(kept());
    offer.hidden = false;
  }

  // What an offline package hands over stands behind the # of the address.
  function receive() {
    if (!sender || location.hash.length < 8) return;
    try {
      var binary = atob(location.hash.slice(1).replace(/-/g, '+').replace(/_/g, '/'));
      var results = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, function (character) { return character.charCodeAt(0); })));
      var known = kept().map(function (result) { return result.id; });
      keep(kept().concat(results.filter(function (result) { return known.indexOf(result.id) < 0; })));
      history.replaceState(null, '', location.pathname);
    } catch (error) { say('unreadable'); }
  }

  if (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var result = {
        id: newId(), course: form.dataset.course, part: form.dataset.part, version: form.dataset.version, answers: mark(),
        takenAt: Date.now(), taker: sender ? sender.dataset.taker || '' : ''
      };
      var isKept = keep(kept().concat([result]));
      if (sender && isKept) send(false); else offerLink();
    });
    if (!sender) offerLink();
  }
  if (sender) {
    receive();
    send(false);
    window.addEventListener('online', function () { send(false); });
    var claim = document.getElementById('claim');
    if (claim) claim.addEventListener('click', function () { send(true); });
  }
})();
