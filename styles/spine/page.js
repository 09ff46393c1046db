// Enhancement only: Esc puts a passage card away; on touch the first tap shows it, the second opens the annex.
(() => {
  const cites = document.querySelectorAll(".cite");
  const open = (cite) => cite.classList.remove("closed");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cites.forEach((cite) => cite.matches(":hover, :focus-within") && cite.classList.add("closed"));
  });
  cites.forEach((cite) => {
    cite.addEventListener("pointerleave", () => open(cite));
    cite.addEventListener("focusout", () => open(cite));
    cite.querySelector("a").addEventListener("click", (event) => {
      if (!matchMedia("(hover: none)").matches || cite.dataset.shown) return;
      event.preventDefault();
      cites.forEach((other) => delete other.dataset.shown);
      cite.dataset.shown = "yes";
      event.currentTarget.focus();
    });
  });
})();
