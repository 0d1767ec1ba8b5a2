// Keeps a live room up to date without reloading it. Without this script forms and links do the same.
(function () {
  "use strict";
  var root = document.getElementById("live");
  if (!root || !window.fetch) return;
  var address = root.dataset.address, side = root.dataset.side;
  var version = Number(root.dataset.version), offset = 0, ends = 0, source = null, failures = 0;
  var plain = root.querySelector(".answer-plain"), answer = byId("answer"), box = byId("poll");
  var chosen = {}, voted = {};
  if (box.dataset.id && box.dataset.chosen) chosen[box.dataset.id] = Number(box.dataset.chosen);
  each(root, ".vote button[disabled]", function (button) { voted[button.form.elements.question.value] = true; });
  if (plain) plain.remove();
  var old = box.querySelector(".received");
  if (old) old.remove();
  var last = null;

  function byId(id) { return document.getElementById(id); }
  function each(parent, selector, action) { Array.prototype.forEach.call(parent.querySelectorAll(selector), action); }
  function show(node, isShown) { if (node) node.hidden = !isShown; }
  function text(parent, selector, words) {
    var node = parent.querySelector(selector);
    if (node && node.textContent !== String(words)) node.textContent = words;
  }
  function number(value) { return value.toLocaleString(document.documentElement.lang); }
  function shape(id) { return byId(id).content.firstElementChild.cloneNode(true); }

  function draw(state) {
    if (last && state.version < last.version) return;
    last = state;
    version = state.version;
    text(root, ".people", number(state.people));
    show(byId("over"), !state.open);
    drawPoll(state);
    drawQuestions(state);
    drawLeaders(state.leaders);
    if (!state.open) each(root, "form", function (form) { form.hidden = true; });
  }

  function drawPoll(state) {
    var poll = state.poll;
    show(box, !!poll);
    if (!poll) return;
    var isNew = box.dataset.id !== poll.id;
    box.dataset.id = poll.id;
    text(box, ".question", poll.question);
    text(box, ".answers", number(poll.answers));
    show(box.querySelector(".kind-quiz"), poll.kind === "quiz");
    show(box.querySelector(".kind-poll"), poll.kind !== "quiz");
    show(box.querySelector(".closed"), !poll.open);
    ends = poll.open && poll.ends || 0;
    var mine = chosen[poll.id];
    var canAnswer = side === "floor" && poll.open && state.open && mine === undefined;
    var list = box.querySelector(".options");
    var most = Math.max.apply(null, (poll.counts || [0]).concat(1));
    show(list, !canAnswer || !!poll.counts);
    while (list.children.length > poll.options.length) list.lastElementChild.remove();
    poll.options.forEach(function (words, place) {
      // What the server drew lacks the parts that are not shown, so it is drawn anew once.
      var line = list.children[place];
      if (!line || !line.dataset.drawn || isNew) {
        var fresh = shape("option-shape");
        fresh.dataset.drawn = "1";
        if (line) list.replaceChild(fresh, line); else list.appendChild(fresh);
        line = fresh;
      }
      text(line, ".text", words);
      show(line.querySelector("small"), mine === place);
      show(line.querySelector(".badge"), poll.right === place);
      line.classList.toggle("right", poll.right === place);
      show(line.querySelector(".count"), !!poll.counts);
      show(line.querySelector("meter"), !!poll.counts);
      if (poll.counts) {
        text(line, ".count", number(poll.counts[place]));
        line.querySelector("meter").max = most;
        line.querySelector("meter").value = poll.counts[place];
      }
    });
    if (answer) {
      if (answer.dataset.poll !== poll.id) {
        answer.dataset.poll = poll.id;
        each(answer, "button", function (button) { button.remove(); });
        poll.options.forEach(function (words, place) {
          var button = document.createElement("button");
          button.name = "option";
          button.value = place;
          button.textContent = words;
          answer.appendChild(button);
        });
      }
      show(answer, canAnswer);
      show(byId("received"), mine !== undefined && poll.open);
    }
    var close = byId("close");
    if (close) { close.elements.poll.value = poll.id; show(close, poll.open); }
    else if (side === "guide" && poll.open && isNew) location.reload();
    tick();
  }

  function drawQuestions(state) {
    var list = byId("questions"), known = {};
    var questions = side === "screen" ? state.questions.slice(0, 6) : state.questions;
    show(byId("no-questions"), !questions.length);
    each(list, "li", function (line) { known[line.dataset.id] = line; });
    questions.forEach(function (question, place) {
      var line = known[question.id];
      delete known[question.id];
      if (!line) {
        line = shape("question-shape");
        line.dataset.id = question.id;
        each(line, "input[name=question]", function (input) { input.value = question.id; });
        text(line, ".text", question.text);
        text(line, ".asker", question.asker);
      }
      text(line, ".votes", number(question.votes));
      show(line.querySelector(".badge"), question.answered);
      show(line.querySelector(".vote"), !question.answered);
      show(line.querySelector("[value=answered]"), !question.answered);
      each(line, ".vote button", function (button) { button.disabled = !!voted[question.id]; });
      if (list.children[place] !== line) list.insertBefore(line, list.children[place] || null);
    });
    Object.keys(known).forEach(function (id) { known[id].remove(); });
  }

  function drawLeaders(leaders) {
    var list = byId("leaders");
    show(byId("leaders-card"), leaders.length);
    while (list.firstChild) list.firstChild.remove();
    leaders.forEach(function (leader) {
      var line = shape("leader-shape");
      text(line, ".text", leader.name);
      text(line, "b", number(leader.points));
      list.appendChild(line);
    });
  }

  function tick() {
    var left = box.querySelector(".left"), seconds = Math.ceil((ends - Date.now() - offset) / 1000);
    show(left, ends && seconds >= 0);
    if (ends) text(left, "b", Math.max(0, seconds));
  }
  setInterval(tick, 500);

  // Forms are sent without leaving the page; the answer comes by the stream like everybody's.
  root.addEventListener("submit", function (event) {
    var form = event.target, kind = form.classList;
    if (!(kind.contains("vote") || kind.contains("answer") || kind.contains("ask") || kind.contains("mark") || form.id === "close")) return;
    event.preventDefault();
    var body = new URLSearchParams(), button = event.submitter;
    each(form, "input", function (input) { body.append(input.name, input.value); });
    if (button && button.name) body.append(button.name, button.value);
    if (kind.contains("answer")) body.append("poll", form.dataset.poll);
    each(form, "button", function (each) { each.disabled = true; });
    fetch(form.action, { method: "POST", body: body, credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (reply) {
        show(byId("refused"), !reply.ok && reply.status !== 429);
        show(byId("too-many"), reply.status === 429);
        if (!reply.ok) throw reply.status;
        if (kind.contains("answer")) chosen[body.get("poll")] = Number(body.get("option"));
        if (kind.contains("vote")) voted[body.get("question")] = true;
        if (kind.contains("ask")) { form.elements.text.value = ""; form.elements.id.value = identifier(); }
        each(form, "button", function (each) { each.disabled = kind.contains("vote"); });
        if (last) draw(last); else ask(-1);
      })
      .catch(function () {
        show(byId("refused"), byId("too-many") ? byId("too-many").hidden : true);
        each(form, "button", function (each) { each.disabled = false; });
      });
  });

  // A UUID of version 7, as the server makes them.
  function identifier() {
    var bytes = crypto.getRandomValues(new Uint8Array(16)), time = Date.now();
    for (var index = 5; index >= 0; index--) { bytes[index] = time % 256; time = Math.floor(time / 256); }
    bytes[6] = bytes[6] & 15 | 112;
    bytes[8] = bytes[8] & 63 | 128;
    var hex = Array.prototype.map.call(bytes, function (byte) { return (byte + 256).toString(16).slice(1); }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  // The stream; where it does not come through, the state is asked for.
  function watch() {
    if (!window.EventSource) return ask(version);
    source = new EventSource(address + "/peristiwa");
    source.addEventListener("keadaan", function (event) {
      failures = 0;
      show(byId("offline"), false);
      draw(JSON.parse(event.data));
    });
    source.addEventListener("jam", function (event) { failures = 0; offset = Number(event.data) - Date.now(); });
    source.onerror = function () {
      failures += 1;
      if (failures > 1) show(byId("offline"), true);
      if (failures > 3 || source.readyState === 2) { source.close(); ask(version, true); }
    };
  }

  function ask(since, goesOn) {
    fetch(address + "/keadaan?sejak=" + since, { credentials: "same-origin" })
      .then(function (reply) {
        if (reply.status === 304) return null;
        if (!reply.ok) throw reply.status;
        return reply.json();
      })
      .then(function (state) { show(byId("offline"), false); if (state) draw(state); })
      .catch(function () { show(byId("offline"), true); })
      .then(function () { if (goesOn || !window.EventSource) setTimeout(function () { ask(version, true); }, 2000 + Math.random() * 1000); });
  }

  watch();
})();
