// Filters and search for the list, calendars of what they leave, links that only make sense
// here. Without JavaScript none of it shows, and the list is whole.
(() => {
  "use strict";
  const at = (id) => document.getElementById(id);
  const filters = at("page-filters");
  const framed = self !== top;

  if (framed && /^https?:$/.test(location.protocol)) {
    const own = at("page-own-window");
    own.hidden = false;
    own.querySelector("a").href = location.href.split("#")[0];
  }
  // An address that calendar programs subscribe to exists only where the page is served.
  if (!framed && /^https?:$/.test(location.protocol)) {
    for (const link of document.querySelectorAll("a[data-subscribe]")) {
      const subscribe = document.createElement("a");
      subscribe.href = new URL(link.getAttribute("href"), location.href).href.replace(/^https?/, "webcal");
      subscribe.textContent = link.dataset.subscribe;
      link.after(" · ", subscribe);
    }
  }
  // A frame that may not download anything ignores such a click without a word, and no script
  // can find out. So where it may be so, the page says what to do.
  if (framed && origin === "null") {
    const words = document.body.dataset.frame;
    document.addEventListener("click", ({ target }) => {
      if (!target.matches("a.save, #page-save") || target.parentNode.querySelector(".frame-hint")) return;
      const hint = document.createElement("span");
      hint.className = "frame-hint";
      hint.setAttribute("role", "status");
      target.after(hint);
      hint.textContent = words;
    });
  }
  if (!filters) return;

  const input = at("page-words");
  const menus = [...filters.querySelectorAll("select")];
  const events = [...document.querySelectorAll("#page-list li.event")].map((item) => ({ item }));
  const years = [...document.querySelectorAll("#page-list .year")];
  const { shown: shownWords, shown_one: shownOne, head } = filters.dataset;

  // „Straße“ is found by „strasse“, „Fähre“ by „fahre“: people type what their keyboard has.
  const plain = (text) =>
    text.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");

  // What is told, not the words of the page around it.
  const told = (item) => {
    const parts = item.querySelectorAll(".when, h4, .badges, .summary, .contradiction, .quote, .source");
    return plain([...parts].map((part) => part.textContent).join(" "));
  };

  const apply = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const wanted = menus.filter((menu) => menu.value);
    let count = 0;
    for (const event of events) {
      if (words.length) event.text ??= told(event.item);
      const keep =
        wanted.every((menu) => event.item.dataset[menu.name].split(" ").includes(menu.value)) &&
        words.every((word) => event.text.includes(word));
      event.item.hidden = !keep;
      count += keep;
      const marker = at(event.item.id.replace(/^event-/, "") + "-marker");
      // An attribute, since TimelineJS writes the classes of its markers anew.
      marker?.toggleAttribute("data-filtered", !keep);
    }
    for (const year of years) year.hidden = !year.querySelector("li.event:not([hidden])");
    const active = words.length > 0 || wanted.length > 0;
    filters.classList.toggle("active", active);
    at("page-reset").hidden = !active;
    at("page-save").hidden = !events.some(({ item }) => !item.hidden && item.querySelector("a.save"));
    at("page-none").hidden = count > 0;
    // On paper the menus do not show, and who holds the sheet must know what was chosen.
    const chosen = wanted.map((menu) => menu.selectedOptions[0].textContent);
    at("page-selection").textContent = [...chosen, input.value.trim()].filter(Boolean).join(" · ");
    // The first line is not news; only what a reader did is said aloud.
    const said = (count === 1 ? shownOne : shownWords).replace("{n}", count);
    if (at("page-shown").textContent !== said) at("page-shown").textContent = said;
  };

  const reset = () => {
    input.value = "";
    for (const menu of menus) menu.value = "";
    apply();
  };

  // A link to an event that the filters hide shows it all the same.
  const follow = () => {
    const target = at(decodeURIComponent(location.hash.slice(1)));
    if (!target?.hidden || !target.matches("li.event")) return;
    reset();
    target.scrollIntoView();
  };

  const decoded = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const save = () => {
    const text = new TextDecoder();
    const entries = events
      .map(({ item }) => !item.hidden && item.querySelector("a.save"))
      .filter(Boolean)
      .map((link) => text.decode(decoded(link.href.split(",")[1])))
      // A folded line starts with a blank, so nothing inside an entry looks like its end.
      .map((calendar) => /^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/m.exec(calendar)[0]);
    const whole = [text.decode(decoded(head)), ...entries, "END:VCALENDAR\r\n"];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(whole, { type: "text/calendar;charset=utf-8" }));
    link.download = "timeline.ics";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  filters.hidden = false;
  filters.addEventListener("input", apply);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") reset();
  });
  at("page-reset").addEventListener("click", () => {
    reset();
    input.focus();
  });
  at("page-save").addEventListener("click", save);
  addEventListener("hashchange", follow);
  addEventListener("slides-ready", apply);
  apply();
  follow();
})();
