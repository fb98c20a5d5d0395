/*! Has d3-geo, d3-array, internmap and topojson-client in it, copyright Mike Bostock, ISC licence, parts of d3-geo Charles Karney, MIT licence: licence-*.txt beside this file */
// Maps for eyes and for hands. What a map shows stands in a table beside it: nothing is said here that is not said there, and nothing here decides anything.
// Land comes from the station, and no place on it has a name or a border: whose it is is not for a station to say.
import { bar, Ground, labelPlace, net, northAt, rough, View } from "./ground.js";
import { hatches, Item, labels, make, meetings, sketch } from "./marks.js";
import { cap, place, union, vector } from "./sphere.js";
import { hands } from "./hands.js";

let maps = 0;

const drawnAtOnce = 2000;
// Between thousands: a space that does not break a number in two, in words from right to left either.
const thin = "\u202f";
const iso = ms => new Date(ms).toISOString();
const minute = ms => `${iso(ms).slice(0, 10)} ${iso(ms).slice(11, 16)}Z`;
const fill = (text, ...with_) => with_.reduce((t, w, i) => t.replaceAll(`{${i}}`, w), text);

// root: the whole figure, with its buttons; box: the empty place of the picture; page: what is told of what hands do; words: by name.
export function open(root, box, page, words) {
    const id = `map${++maps}`;
    const view = View(Math.max(box.clientWidth, 200), Math.max(box.clientHeight, 160));
    const layer = name => make("g", { class: name });
    // The last lies above all others.
    const layers = Object.fromEntries(["ground", "net", "items", "meetings", "labels", "sketch", "rim"].map(n => [n, layer(n)]));
    const picture = make("svg", { "aria-hidden": "true", focusable: "false", class: "map-picture" }, hatches(id), ...Object.values(layers));
    box.replaceChildren(picture);
    const state = { items: new Map(), order: [], meetings: [], chosen: new Set(), time: null, sketch: null, isHeld: false, symbols: null, waits: 0, said: 0, ended: false };

    const redraw = () => {
        if (state.waits === 0 && !state.ended)
            state.waits = requestAnimationFrame(draw);
    };
    const ground = Ground(redraw);
    // What is wrong with the coast, so that nobody takes land for sea.
    const coast = () => ground.isLacking() ? words.noCoast : view.metres() < rough ? words.rough : "";

    function draw() {
        const began = performance.now();
        state.waits = 0;
        picture.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
        const projection = view.projection();
        const path = view.path(projection);
        layers.ground.replaceChildren(
            make("path", { class: "sea", d: path({ type: "Sphere" }) ?? "" }),
            make("path", { class: view.metres() < rough ? "land rough" : "land", d: path(ground.land(view)) ?? "" }));
        // Kept free for the scale and for north.
        const taken = [
            { left: 0, right: 150, top: view.height - 34, bottom: view.height }, { left: 0, right: 48, top: 0, bottom: 48 },
            { left: view.width - 48, right: view.width, top: 0, bottom: 48 },
        ];
        if (coast() !== "")
            taken.push({ left: view.width - 9 * coast().length, right: view.width, top: view.height - 26, bottom: view.height });
        drawNet(projection, path, taken);
        let seen = 0;
        for (const item of state.order)
            seen += item.draw(view, projection, path, state.time, state.chosen.has(item.told.key), id) && item.isOn(state.time) ? 1 : 0;
        layers.meetings.replaceChildren(...meetings(view, projection, path, state.meetings, state.items, state.time));
        const first = [...state.order].sort((a, b) => state.chosen.has(b.told.key) - state.chosen.has(a.told.key));
        layers.labels.replaceChildren(...labels(view, projection, first, state.chosen, taken, symbol));
        layers.sketch.replaceChildren(...sketch(view, projection, path, state.sketch));
        drawRim(projection);
        say(seen);
        box.dataset.view = `${view.lat.toFixed(4)} ${view.lon.toFixed(4)} ${Math.round(view.metres() / 1000)}`;
        box.dataset.took = (performance.now() - began).toFixed(1);
    }

    function drawNet(projection, path, taken) {
        const lines = net(view);
        const texts = [];
        for (const line of lines) {
            const at = labelPlace(view, projection, line);
            const box_ = at && { left: at.x - 2, right: at.x + 7 * line.text.length, top: at.y - 12, bottom: at.y + 2 };
            if (!at || taken.some(t => box_.left <= t.right && box_.right >= t.left && box_.top <= t.bottom && box_.bottom >= t.top))
                continue;
            taken.push(box_);
            const text = make("text", { x: at.x.toFixed(1), y: (at.y - 3).toFixed(1) });
            text.textContent = line.text;
            texts.push(text);
        }
        layers.net.replaceChildren(make("path", { d: path({ type: "MultiLineString", coordinates: lines.map(l => l.points) }) ?? "" }), ...texts);
    }

    // The scale, north where it is not up, the poles, and the cross in the middle.
    function drawRim(projection) {
        const parts = [];
        const { kilometres, pixels } = bar(view, Math.min(150, view.width / 3));
        const y = view.height - 8;
        const scale = make("text", { x: 10, y: y - 9 });
        scale.textContent = `${kilometres.toLocaleString("en").replaceAll(",", thin)} km`;
        parts.push(make("path", { class: "bar", d: `M8,${y - 5}V${y}H${(8 + pixels).toFixed(1)}V${y - 5}` }), scale);
        const corners = [[24, 26], [view.width - 24, 26]].map(([x, y_]) => ({ x, y: y_, turn: northAt(view, projection, x, y_) }));
        if (corners.some(c => c.turn === null || Math.abs(c.turn) > 4)) {
            for (const { x, y: y_, turn } of corners.filter(c => c.turn !== null)) {
                const [east, up] = [17 * Math.sin(turn * Math.PI / 180), 17 * Math.cos(turn * Math.PI / 180)];
                const word = make("text", { x: (x + east).toFixed(1), y: (y_ + 4 - up).toFixed(1), "text-anchor": "middle" });
                word.textContent = "N";
                parts.push(make("path", { class: "north", d: "M0,-10L4,8L0,5L-4,8Z", transform: `translate(${x} ${y_}) rotate(${turn.toFixed(1)})` }), word);
            }
        }
        for (const [lat, word] of [[90, words.northPole], [-90, words.southPole]]) {
            const at = view.pixel(projection, [0, lat]);
            if (at === null)
                continue;
            const text = make("text", { x: (at[0] + 8).toFixed(1), y: (at[1] - 6).toFixed(1), class: "pole" });
            text.textContent = word;
            parts.push(make("path", { class: "pole-mark", d: `M${at[0] - 5},${at[1]}h10M${at[0]},${at[1] - 5}v10` }), text);
        }
        if (coast() !== "") {
            const text = make("text", { x: view.width - 8, y, "text-anchor": "end", class: "rough" });
            text.textContent = coast();
            parts.push(text);
        }
        if (state.sketch !== null)
            parts.push(make("path", { class: "cross", d: `M${view.width / 2 - 14},${view.height / 2}h28M${view.width / 2},${view.height / 2 - 14}v28` }));
        layers.rim.replaceChildren(...parts);
    }

    // In words too, when hands have come to rest.
    function say(seen) {
        const told = root.querySelector("[data-map-said]");
        clearTimeout(state.said);
        state.said = setTimeout(() => {
            const where = `\u2066${Math.abs(view.lat).toFixed(2)}° ${view.lat < 0 ? "S" : "N"} ${Math.abs(view.lon).toFixed(2)}° ${view.lon < 0 ? "W" : "E"}\u2069`;
            const drawable = state.order.filter(i => i.round !== null && i.isOn(state.time)).length;
            const across = Number((view.metres() / 1000).toPrecision(2)).toLocaleString("en").replaceAll(",", thin);
            told.textContent = fill(words.said, where, across)
                + (coast() !== "" ? ` · ${coast()}` : "")
                + (state.order.length > 0 ? ` · ${fill(words.seen, seen, drawable)}` : "");
        }, 250);
    }

    function symbol(code) {
        if (state.symbols === null) {
            state.symbols = {};
            import(new URL("symbols.js", import.meta.url)).then(m => { state.symbols = m; redraw(); }, () => { });
        }
        return state.symbols.picture?.(code, 22) ?? null;
    }

    // So that all items can be seen; the earth from the north where there are none.
    function fit() {
        const rounds = [...state.items.values()].map(i => i.round).filter(r => r !== null);
        if (state.sketch !== null && state.sketch.vertices.length > 0)
            rounds.push(cap(state.sketch.vertices.map(vector)));
        if (rounds.length === 0) {
            view.hold(0, 90, 1.4);
        } else {
            const round = rounds.length === 1 ? rounds[0] : union(rounds);
            view.hold(...place(round.centre), Math.max(round.reach, 2e-3));
        }
        redraw();
    }

    const told = {
        redraw, fit, view, state,
        choose: keys => tell("Chosen", keys),
        place: at => tell("Placed", rounded(at[1]), rounded(at[0])),
        move: (vertex, at) => tell("Moved", vertex, rounded(at[1]), rounded(at[0])),
        takeBack: () => tell("TakenBack"),
    };
    // While the connection is away the page says so itself.
    const tell = (...what) => page.invokeMethodAsync(...what).catch(() => { });
    // No more digits than a pixel bears out.
    const rounded = value => Number(value.toFixed(Math.min(7, Math.max(1, Math.ceil(Math.log10(view.scale * Math.PI / 180))))));

    const sized = new ResizeObserver(() => {
        const factor = Math.max(box.clientWidth, 200) / view.width;
        [view.width, view.height] = [Math.max(box.clientWidth, 200), Math.max(box.clientHeight, 160)];
        view.zoom(view.scale * factor);
        redraw();
    });
    sized.observe(box);
    const letGo = hands(root, box, told);

    const slide = event => {
        if (!event.target.matches?.("[data-map-time]"))
            return;
        const { from, step } = event.target.dataset;
        handle.time(Number(from) + Number(step) * Number(event.target.value));
    };
    root.addEventListener("input", slide);

    const handle = {
        // What changed since the last time: items in place of others of their key, keys that are gone, the order of all, what meets.
        show: (set, gone, order, meet) => {
            for (const key of [...gone, ...set.map(i => i.key)]) {
                state.items.get(key)?.group.remove();
                state.items.delete(key);
            }
            for (const one of set)
                state.items.set(one.key, new Item(one));
            // The largest at the bottom, so that none is hidden by another.
            state.order = order.slice(0, drawnAtOnce).map(k => state.items.get(k)).sort((a, b) => (b.round?.reach ?? 0) - (a.round?.reach ?? 0));
            layers.items.replaceChildren(...state.order.map(i => i.group));
            state.meetings = meet;
            // Once; then the map stays where hands have left it.
            if (!state.isHeld && state.order.length > 0) {
                state.isHeld = true;
                fit();
            }
            redraw();
        },
        time: ms => {
            state.time = ms;
            const shown = root.querySelector("[data-map-clock]");
            if (shown)
                shown.textContent = ms === null ? words.allTimes : minute(ms);
            root.querySelector("[data-map-time]")?.setAttribute("aria-valuetext", ms === null ? words.allTimes : minute(ms));
            redraw();
        },
        // Chosen items are marked, and the first is brought into view.
        choose: (keys, goes) => {
            state.chosen = new Set(keys);
            const item = state.items.get(keys[0]) ?? null;
            const meeting = state.meetings.find(m => m.key === keys[0]);
            if (goes && meeting)
                view.at(...meeting.where);
            else if (goes && item?.round)
                view.hold(...place(item.round.centre), Math.max(item.round.reach, 8e-3));
            if (goes && (item?.round || meeting)) {
                state.isHeld = true;
                box.focus({ preventScroll: true });
                box.scrollIntoView({ block: "nearest" });
            }
            redraw();
        },
        sketch: drawn => {
            const isNew = state.sketch === null && drawn !== null && drawn.vertices.length > 0 && !state.isHeld;
            state.sketch = drawn;
            box.classList.toggle("drawing", drawn !== null);
            if (isNew) {
                state.isHeld = true;
                fit();
            }
            redraw();
        },
        end: () => {
            state.ended = true;
            cancelAnimationFrame(state.waits);
            clearTimeout(state.said);
            sized.disconnect();
            letGo();
            root.removeEventListener("input", slide);
            box.replaceChildren();
        },
    };
    fit();
    return handle;
}
