// Enhancement only: the page is complete without it. It writes no words but those the page holds.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const text = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");

  // Esc puts a passage card away; on touch the first tap shows it, the second opens the annex.
  const cites = all(".cite");
  const open = (cite) => cite.classList.remove("closed");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cites.forEach((cite) => cite.matches(":hover, :focus-within") && cite.classList.add("closed"));
  });
  // A card that would end below the window stands above its number, touching it, where there is room.
  const place = (cite) => {
    const card = one(".card", cite);
    card.style.transform = "";
    const [link, box] = [one("a", cite), card].map((element) => element.getBoundingClientRect());
    const room = link.top - one(".bar").getBoundingClientRect().bottom;
    if (box.bottom > innerHeight && room > box.height) card.style.transform = `translateY(${link.top - box.bottom + 1}px)`;
  };
  cites.forEach((cite) => {
    cite.addEventListener("pointerenter", () => place(cite));
    cite.addEventListener("focusin", () => place(cite));
    cite.addEventListener("pointerleave", () => open(cite));
    cite.addEventListener("focusout", () => open(cite));
    one("a", cite).addEventListener("click", (event) => {
      if (!matchMedia("(hover: none)").matches || cite.dataset.shown) return;
      event.preventDefault();
      cites.forEach((other) => delete other.dataset.shown);
      cite.dataset.shown = "yes";
      event.currentTarget.focus();
    });
  });

  // Ways back: the one to the citation a reader came from is marked, and shown where it stands behind a summary.
  cites.forEach((cite) => one("a", cite).addEventListener("click", () => {
    all(".back[aria-current]").forEach((link) => link.removeAttribute("aria-current"));
    const back = one(`.back[href="#${one("a", cite).id}"]`);
    if (!back) return;
    back.setAttribute("aria-current", "true");
    const more = back.closest("details");
    if (more) more.open = true;
  }));

  // Contents: the section being read is marked; the list on a phone closes when something is chosen.
  const list = one("#contents-list");
  const chosen = all("nav a");
  const mark = (id) => chosen.forEach((link) => {
    if (link.hash === `#${id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
  const headings = all("h2[id]");
  const reading = () => {
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    mark(above.length ? above[above.length - 1].id : "");
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(() => { waiting = false; reading(); });
    waiting = true;
  }, { passive: true });
  reading();
  chosen.forEach((link) => link.addEventListener("click", () => list.matches(":popover-open") && list.hidePopover()));

  // Filter: hides statements on the screen, and the headings of those all of whose statements are hidden.
  const panel = one(".filter");
  const lines = all(".statements .line[data-of], .implications .line[data-of]");
  if (panel && lines.length) {
    const selects = all("select", panel);
    const back = one(".show-all");
    const key = (line) => one(".own-link", line).hash;
    const hide = (element, hidden) => element.classList.toggle("filtered", hidden);
    const apply = () => {
      const wanted = selects.map((select) => [select.dataset.facet, select.selectedOptions[0].dataset.value]).filter((pair) => pair[1]);
      const sector = (wanted.find((pair) => pair[0] === "sectors") || [])[1];
      lines.forEach((line) => hide(line, !wanted.every(([facet, value]) => line.dataset[facet].split(" ").includes(value))));
      all(".sector[data-sector]").forEach((block) => hide(block, Boolean(sector) && block.dataset.sector !== sector));
      all(".actor").forEach((actor) => hide(actor, !one(".line:not(.filtered)", actor)));
      const seen = new Set(lines.filter((line) => !line.closest(".filtered")).map(key));
      const said = text(one("#say-shown")).replace("[shown]", seen.size).replace("[all]", new Set(lines.map(key)).size);
      one("#shown").textContent = wanted.length ? said : "";
      back.hidden = !wanted.length;
    };
    const reset = () => {
      selects.forEach((select) => { select.selectedIndex = 0; });
      apply();
    };
    const reveal = () => {
      const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.closest(".filtered")) return;
      reset();
      target.scrollIntoView();
    };
    selects.forEach((select) => select.addEventListener("change", apply));
    back.addEventListener("click", () => {
      reset();
      selects[0].focus();
    });
    addEventListener("hashchange", reveal);
    panel.hidden = false;
    apply();
  }

  // Copy: the words as printed, who says them, source and paragraph, title and date, and the statement's own link.
  const done = one("#done");
  const tell = (id) => {
    done.textContent = text(one(id));
    clearTimeout(tell.later);
    tell.later = setTimeout(() => { done.textContent = ""; }, 4000);
  };
  const cited = (link) => {
    const source = one(`.source:has([data-source="${one(".card [data-source]", link.parentElement).dataset.source}"])`);
    const facts = all(".fact-publisher, .fact-published", source).map((fact) => `${text(one("dt", fact))}: ${text(one("dd", fact))}`);
    return [link.getAttribute("aria-label").replace(/^[^,]*, /, ""), text(one("h3", source)), ...facts].join(" · ");
  };
  const statement = (line) => {
    const says = one(".says", line);
    const items = all(".items li [data-statement]:not(.card *)", line).map((item) => `- ${text(item)}`);
    const actor = document.getElementById(line.dataset.actor || "-");
    const link = location.href.replace(/#.*$/, "") + one(".own-link", line).hash;
    return [text(one("[data-statement]", says)), ...items, text(actor), ...all(".citation", says).map(cited), link];
  };
  const byHand = (words) => {
    const field = document.createElement("textarea");
    field.value = words;
    document.body.append(field);
    field.select();
    const worked = document.execCommand("copy");
    field.remove();
    return worked ? Promise.resolve() : Promise.reject(new Error("not copied"));
  };
  const copy = (words) => (navigator.clipboard ? navigator.clipboard.writeText(words).catch(() => byHand(words)) : byHand(words));
  all(".copy").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const words = statement(button.closest(".line")).filter(Boolean).join("\n");
      copy(words).then(() => tell("#say-copied"), () => tell("#say-not-copied")).then(() => button.focus());
    });
  });
})();
