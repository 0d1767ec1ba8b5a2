// Keeps a progress page up to date without reloading it. Without this script the page reloads itself.
(function () {
  var box = document.getElementById("progress");
  if (!box || !window.fetch) return;
  var text = box.querySelector("p");
  function show(state) {
    if (state.finished) return location.reload();
    var bar = box.querySelector(".fill");
    if (bar && state.done != null) bar.setAttribute("width", (state.done * 100).toFixed(1) + "%");
    text.textContent = state.text;
    setTimeout(ask, 1000);
  }
  function ask() {
    fetch(box.dataset.address, { credentials: "same-origin" })
      .then(function (answer) {
        if (!answer.ok) throw answer.status;
        return answer.json();
      })
      .then(show)
      .catch(function () { setTimeout(ask, 5000); });
  }
  setTimeout(ask, 1000);
})();
