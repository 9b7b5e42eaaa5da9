// Elements from words. Attributes only, never inline styles: the Content-Security-Policy forbids them.

const SVG = "http://www.w3.org/2000/svg";

/** `props`: class, on (events), data, anything else is an attribute; false, null and undefined leave it out. */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Says something once, also to a screen reader. `bad` stays longer. */
export function say(words, bad = false) {
  const note = h("p", { class: bad ? "fade bad" : "fade" }, words);
  byId("toasts").append(note);
  setTimeout(() => note.remove(), bad ? 9000 : 4000);
}

/** Runs `act` when nothing was asked for `wait` ms; `.now()` runs what is waiting at once. */
export function debounced(act, wait) {
  let timer = 0;
  let waiting = null;
  const now = () => {
    clearTimeout(timer);
    const given = waiting;
    waiting = null;
    if (given) act(...given);
  };
  const later = (...given) => {
    waiting = given;
    clearTimeout(timer);
    timer = setTimeout(now, wait);
  };
  return Object.assign(later, { now });
}

/** A tab list as the ARIA practices want it: one stop for Tab, arrows, Home and End move within. */
export function tabs(list, shown = () => {}) {
  const all = () => [...list.querySelectorAll('[role="tab"]:not([hidden])')];
  const pick = (tab, focus) => {
    for (const each of list.querySelectorAll('[role="tab"]')) {
      const on = each === tab;
      each.setAttribute("aria-selected", String(on));
      each.tabIndex = on ? 0 : -1;
      const pane = byId(each.getAttribute("aria-controls"));
      if (pane) pane.hidden = !on;
    }
    if (focus) tab.focus();
    shown(tab);
  };
  list.addEventListener("click", (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (tab) pick(tab, false);
  });
  list.addEventListener("keydown", (event) => {
    const row = all();
    const at = row.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: row.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    pick(row[(to + row.length) % row.length], true);
  });
  return pick;
}

/** Today in a date field, by the reader's own clock. */
export function today(field) {
  field.value = new Date().toLocaleDateString("sv-SE");
}

/** Closes a <details class="menu"> on Escape and on a click elsewhere. */
export function menu(details) {
  document.addEventListener("click", (event) => {
    if (details.open && (!details.contains(event.target) || event.target.closest("a"))) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
}
