// Answers the review by one key each, and can be switched off. The buttons do the same without this script.
(function () {
  var bar = document.getElementById("answers");
  var box = document.getElementById("keys");
  if (!bar || !box) return;
  var isSent = false;
  function show() {
    document.documentElement.classList.toggle("with-keys", box.checked);
  }
  try {
    box.checked = localStorage.getItem("review-keys") !== "off";
  } catch (refused) {
    // Without a store the choice holds for this page.
  }
  box.closest("p").hidden = false;
  show();
  box.addEventListener("change", function () {
    show();
    try {
      localStorage.setItem("review-keys", box.checked ? "on" : "off");
    } catch (refused) {
      // As above.
    }
  });
  document.addEventListener("keydown", function (event) {
    if (!box.checked || isSent || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    var target = Array.prototype.find.call(bar.querySelectorAll("[data-key]"), function (one) {
      return one.dataset.key === event.key;
    });
    if (!target) return;
    event.preventDefault();
    isSent = true;
    target.click();
  });
  window.addEventListener("pageshow", function () {
    isSent = false;
  });
})();
