// The review page. What it shows is what is on the disk: every act waits for the answer before the page says so.
"use strict";
const $ = (id) => document.getElementById(id);
const list = $("list");
let state = { sections: [], claims: {}, sources: {}, version: "" };
let current = null;
let asked = 0;
let first = null; // the claim that another is to be merged with

function tell(text, problem = false) {
  $("told").textContent = text;
  $("told").className = problem ? "problem" : "";
}

async function load(path, body) {
  const post = { method: "POST", headers: { "Content-Type": "application/json" } };
  const init = body === undefined ? {} : { ...post, body: JSON.stringify({ ...body, version: state.version }) };
  let answer;
  try {
    answer = await fetch(path, init);
  } catch {
    throw new Error("the program does not answer; start briefing review again, nothing decided is lost");
  }
  const said = await answer.json().catch(() => ({ problem: `the program answers ${answer.status}, and not whole` }));
  if (!answer.ok || said.problem) throw new Error(said.problem);
  return said;
}

async function attempt(act) {
  try {
    return await act();
  } catch (problem) {
    tell(problem.message, true);
    return null;
  }
}

// The lists ------------------------------------------------------------------------------------------------------

function shown() {
  const of = { sector: $("f-sector").value, actor: $("f-actor").value, support: $("f-support").value };
  const section = state.sections.find((each) => each.name === $("f-section").value);
  return (section ? section.claims : []).map((id) => state.claims[id]).filter((claim) => claim
    && (!of.sector || claim.sectors.includes(of.sector))
    && (!of.actor || claim.speaker === of.actor)
    && (!of.support || claim.support === of.support)
    && (!$("f-unreviewed").checked || !reviewed(claim) || claim.id === current)
    && (!$("f-doubtful").checked || claim.doubts.length > 0));
}

const reviewed = (claim) => claim.accepted || claim.rejected || claim.corrections.length > 0;

function status(claim) {
  const said = [claim.rejected ? "rejected" : claim.accepted ? "accepted" : ""];
  said.push(claim.corrections.length ? "corrected" : "", claim.pinned ? "pinned" : "", claim.noted ? "noted" : "", claim.merged ? "merged" : "");
  return said.filter(Boolean).join(", ") || "not reviewed";
}

function item(claim) {
  const entry = document.createElement("li");
  const button = entry.appendChild(document.createElement("button"));
  button.type = "button";
  button.dataset.id = claim.id;
  button.className = claim.rejected ? "rejected" : "";
  button.tabIndex = claim.id === current ? 0 : -1;
  button.setAttribute("aria-current", String(claim.id === current));
  const words = button.appendChild(document.createElement("span"));
  words.className = "words";
  words.dir = "auto";
  if (claim.language) words.lang = claim.language;
  words.textContent = claim.exact;
  const about = button.appendChild(document.createElement("span"));
  about.className = "about";
  const done = about.appendChild(document.createElement("span"));
  done.className = "state";
  done.textContent = status(claim);
  const who = claim.speaker ? `${claim.speaker} ${claim.force}` : claim.kind === "publisher" ? "its own words" : claim.kind;
  const where = `source ${claim.number}, paragraph ${claim.paragraph}${claim.kept ? ", above this audience's ceiling" : ""}`;
  about.append(` · ${[who, where, claim.sectors.join(", "), claim.support].filter(Boolean).join(" · ")}`);
  if (claim.doubts.length) {
    const doubts = button.appendChild(document.createElement("span"));
    doubts.className = "about";
    doubts.textContent = `Look twice: ${claim.doubts.join("; ")}`;
  }
  return entry;
}

function draw() {
  const claims = shown();
  if (!claims.some((claim) => claim.id === current)) current = claims.length ? claims[0].id : null;
  const inside = list.contains(document.activeElement);
  const top = list.scrollTop;
  list.replaceChildren(...claims.map(item));
  list.scrollTop = top;
  if (!claims.length) list.append(Object.assign(document.createElement("li"), { textContent: "No claim is left." }));
  if (inside) focusCurrent();
  $("done").max = state.total || 1;
  $("done").value = state.done;
  $("count").textContent = `${state.done} of ${state.total}`;
  document.title = `Review: ${state.done} of ${state.total}`;
}

function took(next) {
  const first = !state.sections.length;
  state = { ...next, sections: first ? next.sections : state.sections };
  if (first) {
    $("f-section").replaceChildren(...state.sections.map((each) => new Option(`${each.label} (${each.claims.length})`, each.name)));
    const names = [...new Set(Object.values(state.claims).map((claim) => claim.speaker).filter(Boolean))].sort();
    $("f-actor").append(...names.map((name) => new Option(name, name)));
  }
  draw();
}

const button = (id) => list.querySelector(`[data-id="${id}"]`);

function focusCurrent() {
  const at = current && button(current);
  if (at) at.focus();
}

async function choose(id) {
  const before = current && button(current);
  if (before) { before.tabIndex = -1; before.setAttribute("aria-current", "false"); }
  current = id;
  const at = button(id);
  if (at) { at.tabIndex = 0; at.setAttribute("aria-current", "true"); }
  await passage();
}

// Past the last claim of a section comes the next section.
function move(step) {
  const ids = shown().map((claim) => claim.id);
  const at = ids.indexOf(current);
  if (step === 1 && at === ids.length - 1 && section(1)) return;
  const next = ids[Math.min(ids.length - 1, Math.max(0, at + step))];
  if (next) { choose(next); focusCurrent(); }
}

function section(step) {
  const menu = $("f-section");
  const next = menu.selectedIndex + step;
  if (next < 0 || next >= menu.options.length) return false;
  menu.selectedIndex = next;
  current = null;
  draw();
  tell(`section ${menu.options[next].text}`);
  list.focus();
  focusCurrent();
  passage();
  return true;
}

// The passage, and the line as it would print ------------------------------------------------------------------------

async function passage() {
  const id = current;
  const mine = ++asked;
  if (!id) return;
  const found = await attempt(() => load(`passage/${id}`));
  if (!found || mine !== asked) return;
  $("source-name").textContent = found.source;
  const text = $("text");
  const mark = document.createElement("mark");
  mark.id = "passage";
  mark.tabIndex = -1;
  mark.textContent = found.exact;
  text.dir = "auto";
  if (found.language) text.lang = found.language; else text.removeAttribute("lang");
  const held = document.activeElement.id === "passage";
  text.replaceChildren(found.before, mark, found.after);
  if (held) mark.focus(); // it was gone to while this was loaded
  mark.scrollIntoView({ block: "center" });
  $("line-section").textContent = found.line ? `${found.line.section} · ${found.line.voice}` : "";
  $("line").textContent = found.line ? found.line.text : found.kept
    ? "Not printed: its source is handled more strictly than this audience may see."
    : "Not printed: rejected, or over what the audience's sections hold.";
  $("line").dir = "auto";
  $("line-notes").replaceChildren(...found.notes.map((note) => Object.assign(document.createElement("li"), { textContent: note })));
}

// Acts ---------------------------------------------------------------------------------------------------------------

let queue = Promise.resolve();

// One act after the other, in the order of the keys; the page moves on at once and says so once it is on the disk.
function write(path, body) {
  queue = queue.then(async () => {
    const next = await attempt(() => load(path, body));
    if (!next) return;
    took(next);
    tell(next.told + (next.merged ? "; decisions.toml was changed elsewhere, and what changed is shown" : ""));
    await passage();
  });
  return queue;
}

function decide(act, more = {}, step = 0) {
  if (!current) return;
  const id = current;
  if (step) move(step); else focusCurrent();
  write("decide", { do: act, claims: [id], ...more });
}

function onScreen() {
  const pane = list.getBoundingClientRect();
  const top = Math.max(0, pane.top);
  const bottom = Math.min(window.innerHeight, pane.bottom);
  return [...list.querySelectorAll("[data-id]")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.top >= top - 1 && box.bottom <= bottom + 1;
  }).map((each) => each.dataset.id);
}

function ask(head, label, needed) {
  $("say-head").textContent = head;
  $("say-label").textContent = label;
  $("say-text").value = "";
  $("say-text").required = needed;
  const dialog = $("say");
  dialog.returnValue = "";
  dialog.showModal();
  $("say-text").focus();
  return new Promise((answer) => dialog.addEventListener("close", () => answer(dialog.returnValue === "yes" ? $("say-text").value.trim() : null), { once: true }));
}

const acts = {
  accept: () => decide("accept", {}, 1),
  async reject() {
    const reason = await ask("Reject this claim", "Reason (may stay empty)", false);
    focusCurrent();
    if (reason !== null) decide("reject", reason ? { reason } : {}, 1);
  },
  pin: () => decide("pin"),
  merge() {
    if (!current) return;
    const [one, other] = [first, current];
    first = one === null ? other : null;
    if (one === null) tell("the claim to merge with: choose it and merge again, or merge this one again to leave it");
    else if (one === other) tell("nothing is merged");
    else write("decide", { do: "merge", claims: [one, other] });
    focusCurrent();
  },
  async note() {
    const text = await ask("Note on this claim", "Note", true);
    focusCurrent();
    if (text) decide("note", { text });
  },
  edit,
  passage: () => { const mark = $("passage"); if (mark) mark.focus(); },
  undo: () => { write("undo", {}); focusCurrent(); },
  screen: () => { write("accept", { claims: onScreen() }); focusCurrent(); },
};

// Editing ------------------------------------------------------------------------------------------------------------

const FIELDS = ["value", "unit", "what", "as-of", "said-by"];
const written = (value) => (Array.isArray(value) ? value.join(", ") : String(value));

function figureFields(claim) {
  return claim.figures.map((figure, at) => {
    const set = document.createElement("fieldset");
    set.append(Object.assign(document.createElement("legend"), { textContent: `Figure “${figure.text}”` }));
    for (const field of FIELDS) {
      const label = set.appendChild(document.createElement("label"));
      const input = document.createElement("input");
      input.value = written(figure[field]);
      input.dataset.figure = String(at);
      input.dataset.field = field;
      label.append(`${field} `, input);
    }
    return set;
  });
}

function changed(claim) {
  const set = {};
  const sectors = [...$("e-sectors").querySelectorAll("input:checked")].map((each) => each.value);
  if ($("e-speaker").value.trim() !== claim.speaker) set.speaker = $("e-speaker").value.trim();
  if ($("e-force").value && $("e-force").value !== claim.force) set.force = $("e-force").value;
  if ($("e-nature").value !== claim.nature) set.nature = $("e-nature").value;
  if (sectors.slice().sort().join() !== claim.sectors.slice().sort().join()) set.sectors = sectors;
  const made = Object.keys(set).length ? [{ set }] : [];
  claim.figures.forEach((figure, at) => {
    const one = {};
    for (const input of $("e-figures").querySelectorAll(`[data-figure="${at}"]`)) {
      const field = input.dataset.field;
      if (input.value.trim() !== written(figure[field])) one[field] = field === "value" ? number(input.value) : input.value.trim();
    }
    if (Object.keys(one).length) made.push({ set: one, figure: at });
  });
  return made;
}

function number(text) {
  const parts = text.split(/\s*,\s+|\s*–\s*/).map((part) => Number(part.replace(/,/g, "")));
  if (parts.some(Number.isNaN)) return text;
  return parts.length === 1 ? parts[0] : parts;
}

async function edit() {
  const claim = current && state.claims[current];
  if (!claim) return;
  $("edit-exact").textContent = claim.exact;
  $("e-speaker").value = claim.speaker;
  $("e-force").value = claim.force;
  $("e-nature").value = claim.nature;
  $("e-reason").value = "";
  for (const box of $("e-sectors").querySelectorAll("input")) box.checked = claim.sectors.includes(box.value);
  $("e-figures").replaceChildren(...figureFields(claim));
  const dialog = $("edit");
  dialog.returnValue = "";
  dialog.showModal();
  $("e-speaker").focus();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  focusCurrent();
  if (dialog.returnValue !== "yes") return;
  const reason = $("e-reason").value.trim();
  const made = changed(claim);
  if (!made.length) tell("nothing was changed");
  for (const each of made) decide("correct", reason ? { ...each, reason } : each);
}

// Keys: they act in the list alone, so that they never meet what somebody types -----------------------------------------

const keys = { j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1), Home: () => move(-1e9), End: () => move(1e9),
  "[": () => section(-1), "]": () => section(1), a: acts.accept, r: acts.reject, e: acts.edit, p: acts.pin, m: acts.merge, n: acts.note, g: acts.passage, u: acts.undo, s: acts.screen };
list.addEventListener("keydown", (event) => {
  const act = keys[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});
list.addEventListener("click", (event) => {
  const at = event.target.closest("[data-id]");
  if (at) choose(at.dataset.id);
});
$("source").addEventListener("keydown", (event) => { if (event.key === "Escape") focusCurrent(); });
for (const each of document.querySelectorAll("[data-act]")) each.addEventListener("click", acts[each.dataset.act]);
for (const each of document.querySelectorAll("#filters select, #filters input")) each.addEventListener("change", () => { draw(); passage(); });

attempt(async () => {
  took(await load("state"));
  await passage();
  focusCurrent();
  tell("ready");
});
