// Puts the TimelineJS view above the list. Without JavaScript, or if anything here fails, the
// section stays hidden and the list carries the page.
(() => {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const section = document.getElementById("page-slides");
  const container = document.getElementById("page-timeline");
  const list = document.getElementById("page-list");
  const data = read("page-data");
  const { locale, start, words } = read("page-options");
  const ids = new Set(data.events.map((event) => event.unique_id));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = matchMedia("(max-width: 700px)");

  // On a phone the list comes first, in reading order as well as on the screen.
  const place = () => {
    if (narrow.matches) list.after(section);
    else list.before(section);
  };
  place();
  narrow.addEventListener("change", place);
  section.hidden = false;
  document.getElementById("page-slides-link").hidden = false;

  // A few old events and a recent cluster would sit on one spot: zoom in until most events
  // stand apart. TimelineJS counts the zoom in screens.
  const screens = () => {
    const days = data.events.map(({ start_date: d }) => Date.UTC(d.year, d.month - 1, d.day));
    const gaps = days.sort((a, b) => a - b).slice(1).map((day, i) => day - days[i]);
    const wide = gaps.filter(Boolean).sort((a, b) => a - b);
    if (!wide.length) return 1;
    const gap = wide[Math.floor(wide.length / 3)];
    const wanted = ((days.at(-1) - days[0]) / gap) * (60 / container.offsetWidth);
    return [2, 3, 5, 8, 13, 21, 34, 55, 89].find((zoom) => zoom >= wanted) ?? 89;
  };

  let timeline;
  try {
    timeline = new TL.Timeline(container, data, {
      // TimelineJS fetches its language file; a data: address keeps that inside this page.
      // It ends in ".json" because that is how TimelineJS tells an address from a name.
      language: locale
        ? "data:application/json," + encodeURIComponent(JSON.stringify(locale)) + "#.json"
        : "en",
      script_path: location.href,
      font: "",
      duration: calm ? 1 : 600,
      timenav_height_min: 215,
      timenav_height_percentage: 33,
      marker_height_min: 31,
      marker_width_min: 150,
      scale_factor: screens(),
      start_at_slide: 1 + data.events.findIndex((event) => event.unique_id === start),
    });
  } catch (error) {
    section.remove();
    throw error;
  }

  // TimelineJS listens for arrow keys on the whole document; elsewhere they belong to the page.
  document.body.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow") && !container.contains(event.target)) event.stopPropagation();
  });

  // Markers can be focused, but have no role, and TimelineJS labels them and the axis in English
  // in whatever language. It does so whenever one becomes active, so this follows its classes.
  const label = () => {
    const axis = container.querySelector(".tl-timenav");
    axis.setAttribute("aria-description", words.axis_keys);
    axis.setAttribute("aria-label", words.axis);
    for (const marker of axis.querySelectorAll(".tl-timemarker")) {
      const name = marker.querySelector(".tl-headline").textContent;
      const shown = marker.classList.contains("tl-timemarker-active");
      if (shown) axis.setAttribute("aria-label", words.axis + ": " + name);
      marker.setAttribute("role", "button");
      marker.setAttribute("aria-label", name + ", " + (shown ? words.marker_shown : words.marker_show));
    }
  };

  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1)).replace(/^event-/, "");
    if (ids.has(id)) timeline.goToId(id);
  };

  timeline.on("ready", () => {
    for (const id of ids) {
      const text = document.querySelector("#" + CSS.escape(id) + " .tl-text-content-container");
      const link = document.createElement("a");
      link.href = "#event-" + id;
      link.className = "to-entry";
      link.textContent = words.to_entry;
      text?.append(link);
      const headline = text?.querySelector(".tl-headline");
      headline?.classList.toggle("long", headline.textContent.length > 90);
    }
    new MutationObserver(label).observe(container.querySelector(".tl-timenav"), {
      subtree: true,
      attributeFilter: ["class"],
    });
    label();
    follow();
    addEventListener("hashchange", follow);
    dispatchEvent(new Event("slides-ready"));
    container.dataset.ready = "";
  });
})();
