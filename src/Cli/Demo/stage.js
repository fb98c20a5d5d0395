// Brings the states up to date. Nothing here is needed: every button is a form of its own, and a reload shows the same.
"use strict";

const everyMilliseconds = 2000;

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch("/", { cache: "no-store" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll("[data-now]")) {
    const now = fresh.getElementById(old.id);
    // What somebody is about to press stays where it is.
    if (now && now.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) old.replaceChildren(...now.childNodes);
  }
}

// The stage may be over: then nothing answers any more, and the page stays as it was.
setInterval(() => refresh().catch(() => {}), everyMilliseconds);
