// What a page needs of the browser. Nothing here decides anything: the station does.

const assets = document.body.dataset.assets;
const desk = document.body.dataset.desk;

// ---- the page and its connection -------------------------------------------------------------------------------------------------

if (desk) {
    const modal = document.getElementById("reconnection");
    const show = state => {
        modal.dataset.state = state;
        modal.hidden = state === "";
    };
    // A page whose place at the station is gone begins anew; what was typed stands in the tab's own store.
    const begin = async () => {
        try {
            const answer = await fetch("/health", { cache: "no-store" });
            if (answer.ok) {
                location.reload();
                return;
            }
        } catch {
            // The station is still away.
        }
        setTimeout(begin, 2000);
    };
    const handler = {
        onConnectionDown: async (options, error) => {
            show("lost");
            for (let attempt = 0; ; attempt++) {
                await new Promise(done => setTimeout(done, Math.min(250 * (attempt + 1), 3000)));
                try {
                    const back = await Blazor.reconnect();
                    if (back) {
                        show("");
                        tellAgain();
                        return;
                    }
                    show("gone");
                    await begin();
                    return;
                } catch {
                    show("lost");
                }
            }
        },
        onConnectionUp: () => show(""),
    };
    Blazor.start({
        circuit: {
            reconnectionHandler: handler,
            configureSignalR: builder => builder.withServerTimeout(15000).withKeepAliveInterval(5000),
        },
    });
} else {
    Blazor.start({ ssr: { disableDomPreservation: true } });
}

// ---- clocks ----------------------------------------------------------------------------------------------------------------------

const pad = n => String(n).padStart(2, "0");
setInterval(() => {
    const now = new Date();
    for (const place of document.querySelectorAll("[data-clock]")) {
        place.textContent = place.dataset.clock === "utc"
            ? `${pad(now.getUTCHours())}:${pad(now.getUTCMinutes())}:${pad(now.getUTCSeconds())}Z`
            : new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: place.dataset.clock }).format(now);
    }
    for (const place of document.querySelectorAll("[data-until]"))
        place.textContent = span((new Date(place.dataset.until) - now) / 1000);
}, 1000);

function span(seconds) {
    const sign = seconds < 0 ? "−" : "";
    const s = Math.floor(Math.abs(seconds));
    const days = Math.floor(s / 86400);
    const clock = `${pad(Math.floor(s / 3600) % 24)}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`;
    return sign + (days > 0 ? `${days} d ${clock}` : clock);
}

// ---- how the browser is set up ---------------------------------------------------------------------------------------------------

const cookie = name => document.cookie.split("; ").find(c => c.startsWith(name + "="))?.slice(name.length + 1) ?? null;

export function surroundings() {
    return { language: cookie("parley-language") ?? document.documentElement.lang, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

export function speak(tag) {
    document.cookie = `parley-language=${encodeURIComponent(tag)}; path=/; max-age=31536000; samesite=strict`;
    location.reload();
}

export function theme(name) {
    if (name === undefined)
        return localStorage.getItem("theme") ?? "";
    localStorage.setItem("theme", name);
    document.documentElement.dataset.theme = name;
    return name;
}

document.documentElement.dataset.theme = localStorage.getItem("theme") ?? "";

// ---- what is unread: title, picture, sound ----------------------------------------------------------------------------------------

let audio = null;
let ringing = null;

// level: "", "waiting", "flash". The outlets of the station are the alarm; this is a second one.
export function signal(level, title) {
    document.title = title;
    document.getElementById("icon").href = `${assets}/icon-${level === "" ? "quiet" : level}.svg`;
    if (level === "flash" && ringing === null)
        ringing = setInterval(beep, 4000);
    if (level !== "flash" && ringing !== null) {
        clearInterval(ringing);
        ringing = null;
    }
    if (level === "flash")
        beep();
}

// "on", "off" (the officer's wish) or "blocked" (the browser's: a page may sound only after somebody has touched it).
export function sound(wish) {
    if (wish !== undefined)
        localStorage.setItem("sound", wish);
    if ((localStorage.getItem("sound") ?? "on") === "off")
        return "off";
    audio ??= new AudioContext();
    if (audio.state === "suspended" && wish === "on")
        audio.resume();
    return audio.state === "running" || (wish === "on" && navigator.userActivation?.hasBeenActive) ? "on" : "blocked";
}

function beep() {
    if (sound() !== "on")
        return;
    const at = audio.currentTime;
    for (const [start, pitch] of [[0, 880], [0.25, 660], [0.5, 880]]) {
        const tone = audio.createOscillator();
        const loud = audio.createGain();
        tone.frequency.value = pitch;
        loud.gain.setValueAtTime(0.2, at + start);
        loud.gain.exponentialRampToValueAtTime(0.001, at + start + 0.22);
        tone.connect(loud).connect(audio.destination);
        tone.start(at + start);
        tone.stop(at + start + 0.23);
    }
}

// ---- text that is being written --------------------------------------------------------------------------------------------------

// Every keystroke is kept in the tab, so that neither a lost connection nor a restart of the station takes it. It goes with the tab.
const keep = name => `${desk}|${name}`;

export function hold(area, name, most, count, page) {
    const kept = sessionStorage.getItem(keep(name));
    if (kept && area.value === "")
        area.value = kept;
    const tell = () => {
        const length = area.value.length;
        try {
            sessionStorage.setItem(keep(name), area.value);
        } catch {
            // Longer than the tab may keep: it stands in the field all the same, and is too long to be sent.
        }
        count.textContent = length > most ? area.dataset.over.replace("{0}", length.toLocaleString("en")).replace("{1}", most.toLocaleString("en")) : length > most * 0.8 ? `${length} / ${most}` : "";
        area.setAttribute("aria-invalid", String(length > most));
        page.invokeMethodAsync("Typed", length > 0, length > most);
    };
    area.addEventListener("input", tell);
    // In a text conference Enter sends, and Shift with Enter begins a line.
    area.addEventListener("keydown", event => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing || area.dataset.conference !== "yes")
            return;
        event.preventDefault();
        area.closest(".writer").querySelector("[data-send]")?.click();
    });
    // What is far too long would stop the browser: it is not put in at all, and still stands where it was copied.
    const refuse = (event, words) => {
        const length = area.value.length - (area.selectionEnd - area.selectionStart) + words.length;
        if (length <= most * 2)
            return;
        event.preventDefault();
        count.textContent = area.dataset.paste.replace("{0}", words.length.toLocaleString("en")).replace("{1}", most.toLocaleString("en"));
    };
    area.addEventListener("paste", event => refuse(event, event.clipboardData?.getData("text/plain") ?? ""));
    area.addEventListener("drop", event => refuse(event, event.dataTransfer?.getData("text/plain") ?? ""));
    tell();
}

// The text, when it may be sent; null when it is too long: then nothing of it leaves the browser.
export function text(area, most) {
    return area.value.length > most ? null : area.value;
}

export function write(area, words) {
    area.value = words;
    area.dispatchEvent(new Event("input"));
}

export function forget(area, name) {
    sessionStorage.removeItem(keep(name));
    area.value = "";
    area.dispatchEvent(new Event("input"));
}

// A field of a page. What the tab has kept of it is put back, and told to the page as if it had been typed.
export function keepField(field, name) {
    const kept = sessionStorage.getItem(keep(name));
    if (kept && field.value === "") {
        field.value = kept;
        field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    field.addEventListener("input", () => sessionStorage.setItem(keep(name), field.value));
}

export const note = (name, value) => value === null ? sessionStorage.removeItem(keep(name)) : sessionStorage.setItem(keep(name), value);

// A form with many fields, known by their names. Everything in it is kept as it is typed, rows that come and go included.
export function keepForm(form, name) {
    const isNew = !form.dataset.kept;
    form.dataset.kept = name;
    if (!isNew)
        return;
    const save = () => {
        const kept = {};
        for (const field of form.querySelectorAll("[name^='f.']")) {
            if ((field.type !== "radio" || field.checked) && field.value !== "")
                kept[field.name] = field.value;
        }
        try {
            sessionStorage.setItem(keep(form.dataset.kept), JSON.stringify(kept));
        } catch {
            // Longer than the tab may keep: it stands in the fields all the same.
        }
    };
    form.addEventListener("input", save);
    form.addEventListener("change", save);
    new MutationObserver(save).observe(form, { childList: true, subtree: true });
}

// What the tab has kept of a form, by the names of its fields; null: nothing that still fits into one message.
export function keptForm(name) {
    const kept = sessionStorage.getItem(keep(name));
    return kept === null || kept === "{}" || kept.length > 200000 ? null : JSON.parse(kept);
}

// What was typed while the connection was away has not come to the page: it is told now.
function tellAgain() {
    for (const field of document.querySelectorAll("form[data-kept] :is(input:not([type=radio]), textarea)"))
        field.dispatchEvent(new Event("input", { bubbles: true }));
    for (const field of document.querySelectorAll("form[data-kept] :is(select, input[type=radio]:checked)"))
        field.dispatchEvent(new Event("change", { bubbles: true }));
}

// ---- transcripts -----------------------------------------------------------------------------------------------------------------

// Tells the page when the officer comes to the beginning or the end of what it shows, and whether anybody looks at it at all.
export function scrolls(box, page) {
    let asked = false;
    let moved = false;
    const look = async () => {
        // What moves while the page is asked is looked at afterwards: nothing else may move again.
        moved = asked;
        if (asked)
            return;
        const above = box.scrollTop < 400;
        const below = box.scrollHeight - box.scrollTop - box.clientHeight < 400;
        asked = true;
        let more = false;
        try {
            more = await page.invokeMethodAsync("Scrolled", above, below);
        } finally {
            asked = false;
        }
        // Whoever stands at the very beginning moves nothing any more, and is given the next stretch all the same.
        if (more || moved)
            setTimeout(look, more ? 150 : 0);
    };
    box.addEventListener("scroll", look, { passive: true });
    const seen = () => page.invokeMethodAsync("Looked", document.visibilityState === "visible").catch(() => { });
    document.addEventListener("visibilitychange", seen);
    return { stop: () => document.removeEventListener("visibilitychange", seen) };
}

export function atEnd(box) {
    return box.scrollHeight - box.scrollTop - box.clientHeight < 80;
}

export function toEnd(box) {
    box.scrollTop = box.scrollHeight;
}

// Where an entry stands now, so that what is put before it does not move it away under the reader's eyes.
export function placeOf(box, id) {
    const one = document.getElementById(id);
    return one === null ? null : one.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

export function placeAt(box, id, top) {
    const one = document.getElementById(id);
    if (one !== null && top !== null)
        box.scrollTop += one.getBoundingClientRect().top - box.getBoundingClientRect().top - top;
}

export function reveal(id) {
    const one = document.getElementById(id);
    if (one === null)
        return false;
    one.scrollIntoView({ block: "center" });
    one.focus({ preventScroll: true });
    return true;
}

export function focus(id) {
    document.getElementById(id)?.focus();
}

// ---- keys ------------------------------------------------------------------------------------------------------------------------

// One letter each, outside of fields, as the help page lists them.
document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]"))
        return;
    const key = event.key.toLowerCase();
    const cards = [...document.querySelectorAll("[data-card]")];
    const at = cards.indexOf(document.activeElement?.closest?.("[data-card]"));
    if (key === "j" || key === "k") {
        const next = cards[at < 0 ? (key === "j" ? 0 : cards.length - 1) : Math.min(Math.max(at + (key === "j" ? 1 : -1), 0), cards.length - 1)];
        next?.focus();
        next?.scrollIntoView({ block: "nearest" });
        event.preventDefault();
        return;
    }
    const place = document.querySelector(`[data-key="${CSS.escape(key)}"]`)
        ?? document.activeElement?.closest?.("[data-card]")?.querySelector(`[data-card-key="${CSS.escape(key)}"]`);
    if (place) {
        event.preventDefault();
        place.matches("input, textarea, select") ? place.focus() : place.click();
    }
});

// ---- grave words -------------------------------------------------------------------------------------------------------------------

// Such a button does nothing when it is clicked: it must be held, with a finger, the mouse, space or enter.
let holding = null;

function holdBegins(event) {
    const button = event.target.closest?.("[data-hold]");
    if (!button || button.disabled || holding || (event.type === "keydown" && event.key !== " " && event.key !== "Enter"))
        return;
    event.preventDefault();
    button.focus();
    button.classList.add("holding");
    holding = setTimeout(() => {
        holdEnds();
        button.dataset.held = "yes";
        button.click();
        delete button.dataset.held;
    }, Number(button.dataset.hold));
}

function holdEnds() {
    clearTimeout(holding);
    holding = null;
    document.querySelector(".holding")?.classList.remove("holding");
}

for (const name of ["pointerdown", "keydown"])
    document.addEventListener(name, holdBegins, { capture: true });
for (const name of ["pointerup", "pointercancel", "keyup", "blur"])
    document.addEventListener(name, holdEnds, { capture: true });
document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-hold]");
    if (button && button.dataset.held !== "yes") {
        event.preventDefault();
        event.stopImmediatePropagation();
    }
}, { capture: true });

// ---- printing ----------------------------------------------------------------------------------------------------------------------

document.addEventListener("click", event => {
    if (event.target.closest?.("[data-print]"))
        print();
});

// ---- copying -----------------------------------------------------------------------------------------------------------------------

// The text is selected too, so that one sees what was copied, and can copy it by hand where the browser lets no page do it.
document.addEventListener("click", event => {
    const place = document.getElementById(event.target.closest?.("[data-copy]")?.dataset.copy);
    if (!place)
        return;
    place.select();
    navigator.clipboard?.writeText(place.value).catch(() => { });
});

// ---- the door --------------------------------------------------------------------------------------------------------------------

// A link of a demonstration carries the token behind the sign #, which no server sees; it is taken out of the address at once.
const direct = document.getElementById("direct");
if (direct && location.hash.length > 1) {
    const [, token] = decodeURIComponent(location.hash.slice(1)).split(":");
    history.replaceState(null, "", location.pathname);
    direct.elements.token.value = token ?? "";
    direct.submit();
}

// A sign-in link carries its code there too.
const link = document.getElementById("link");
if (link) {
    const code = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
    link.elements.code.value = code;
    if (code)
        link.submit();
    link.querySelector("[data-wait]").hidden = !code;
    link.querySelector("[data-no-code]").hidden = !!code;
}

// ---- passkeys --------------------------------------------------------------------------------------------------------------------

// The browser offers them over HTTPS and on this machine alone. Where there are none, the page says so and shows what else there is.
const hasPasskeys = !!(window.PublicKeyCredential && navigator.credentials?.create);
if (!hasPasskeys) {
    document.documentElement.dataset.passkeyMissing = "";
    for (const place of document.querySelectorAll("[data-no-passkey]"))
        place.hidden = false;
    for (const place of document.querySelectorAll("details[data-other]"))
        place.open = true;
}

const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
const base64url = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const described = list => list?.map(one => ({ ...one, id: bytes(one.id) }));

const asked = {
    create: json => PublicKeyCredential.parseCreationOptionsFromJSON?.(json)
        ?? { ...json, challenge: bytes(json.challenge), user: { ...json.user, id: bytes(json.user.id) }, excludeCredentials: described(json.excludeCredentials) },
    get: json => PublicKeyCredential.parseRequestOptionsFromJSON?.(json)
        ?? { ...json, challenge: bytes(json.challenge), allowCredentials: described(json.allowCredentials) },
};

// By hand: some password keepers answer with an object of their own that lacks toJSON.
function written(made) {
    const response = { clientDataJSON: base64url(made.response.clientDataJSON) };
    for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
        if (made.response[name])
            response[name] = base64url(made.response[name]);
    }
    if (made.response.getTransports)
        response.transports = made.response.getTransports();
    return JSON.stringify({
        id: base64url(made.rawId), rawId: base64url(made.rawId), type: made.type, response, clientExtensionResults: {},
        authenticatorAttachment: made.authenticatorAttachment ?? undefined,
    });
}

document.addEventListener("submit", async event => {
    const form = event.target.closest?.("form[data-passkey]");
    if (!form)
        return;
    event.preventDefault();
    const trouble = form.querySelector("[data-trouble]");
    const button = form.querySelector("button");
    const say = word => {
        trouble.textContent = word ? trouble.dataset[word] : "";
        trouble.hidden = !word;
        button.disabled = !word;
    };
    // It may be pressed again when something went wrong, and not while the answer is on its way.
    say("");
    try {
        const answer = await fetch(new URL(form.dataset.options, document.baseURI), { method: "POST", body: new FormData(form) });
        if (!answer.ok) {
            say(answer.status === 429 ? "slow" : "failed");
            return;
        }
        const { key, options } = await answer.json();
        const made = await navigator.credentials[form.dataset.passkey]({ publicKey: asked[form.dataset.passkey](JSON.parse(options)) });
        form.elements.key.value = key;
        form.elements.credential.value = written(made);
        form.submit();
    } catch (error) {
        say(error.name === "InvalidStateError" ? "exists" : error.name === "NotAllowedError" || error.name === "AbortError" ? "cancelled" : "failed");
    }
});

// ---- what is shown once ------------------------------------------------------------------------------------------------------------

// Where the browser keeps the clipboard from a page that did not come over HTTPS, the words are chosen, so that one key copies them.
document.addEventListener("click", async event => {
    const button = event.target.closest?.("[data-copy]");
    if (!button)
        return;
    const place = document.getElementById(button.dataset.copy);
    const told = button.parentElement.querySelector("[role=status]");
    try {
        await navigator.clipboard.writeText(place.textContent);
        told.textContent = button.dataset.copied;
    } catch {
        getSelection().selectAllChildren(place);
        told.textContent = button.dataset.chosen;
    }
});
