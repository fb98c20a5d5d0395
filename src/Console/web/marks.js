// Items, what meets, and what is being drawn, as parts of a picture. Whose something is can be told from line, hatch and mark as well as from colour.
import { cap, thinned, union, vector } from "./sphere.js";

const names = "http://www.w3.org/2000/svg";

export function make(name, attributes = {}, ...inside) {
    const one = document.createElementNS(names, name);
    for (const [key, value] of Object.entries(attributes))
        one.setAttribute(key, value);
    one.append(...inside);
    return one;
}

// A mark for a place, and for what is too small to have an edge in the picture.
export const signs = {
    ours: "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z",
    theirs: "M0,-7L7,0L0,7L-7,0Z",
    third: "M0,-7L7,5L-7,5Z",
    unexplained: "M0,-14L4,-4L14,0L4,4L0,14L-4,4L-14,0L-4,-4Z",
};

// What nothing explains has a mark of its own, whosever it is.
const signOf = told => signs[told.state] ?? signs[told.side];

// The hatches of the three sides, under names that no other map of the page has.
export function hatches(id) {
    const lines = d => make("path", { d, "stroke-width": 1.3, fill: "none" });
    return make("defs", {},
        make("pattern", { id: `${id}-ours`, class: "hatch ours", width: 9, height: 9, patternUnits: "userSpaceOnUse" }, lines("M-1,10L10,-1M-2,2L2,-2M7,11L11,7")),
        make("pattern", { id: `${id}-theirs`, class: "hatch theirs", width: 9, height: 9, patternUnits: "userSpaceOnUse" }, lines("M-1,-1L10,10M7,-2L11,2M-2,7L2,11")),
        make("pattern", { id: `${id}-third`, class: "hatch third", width: 8, height: 8, patternUnits: "userSpaceOnUse" }, make("circle", { cx: 4, cy: 4, r: 1.2 })));
}

const pairs = flat => Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);

// Rings come with their inside on the left and are drawn by d3-geo with it on the right: the other way, everything else would be filled.
const turned = ring => [...ring, ring[0]].reverse();

// Rings as they are drawn at a scale: what is less than half a pixel is left out.
class Outline {
    constructor(rings) {
        this.rings = rings.map(pairs);
        this.areas = this.rings.filter(r => r.length > 2);
        this.places = this.rings.filter(r => r.length === 1).map(r => r[0]);
        this.levels = new Map();
    }

    at(scale) {
        const level = Math.floor(Math.log2(scale));
        if (!this.levels.has(level)) {
            if (this.levels.size > 4)
                this.levels.clear();
            this.levels.set(level, this.areas.map(r => [turned(thinned(r, 0.2 / 2 ** level))]));
        }
        return { type: "MultiPolygon", coordinates: this.levels.get(level) };
    }
}

export class Item {
    constructor(told) {
        this.told = told;
        this.outline = new Outline(told.rings);
        const caps = [...this.outline.rings.map(r => cap(r.map(vector))), ...(told.rings.length === 0 && told.centre ? [cap([vector(told.centre)])] : [])];
        this.round = caps.length === 0 ? null : caps.length === 1 ? caps[0] : union(caps);
        this.path = make("path");
        this.halo = make("path", { class: "halo" });
        this.title = make("title");
        this.title.textContent = told.title;
        this.group = make("g", { class: `item ${told.side} ${told.state}`, "data-item": told.key }, this.halo, this.path, this.title);
    }

    isOn(time) {
        const { from, until } = this.told;
        return time === null || ((from === null || from <= time) && (until === null || time < until || from === until && time === from));
    }

    // Draws it; false: it is not in the view.
    draw(view, projection, path, time, isChosen, id) {
        const isSeen = this.round !== null && view.sees(this.round);
        this.group.style.display = isSeen ? "" : "none";
        this.isDrawn = isSeen;
        if (!isSeen)
            return false;
        const isSmall = this.outline.areas.length === 0 || this.round.reach * view.scale < 4;
        const marks = isSmall && this.told.centre ? [this.told.centre, ...this.outline.places.slice(1)] : this.outline.places;
        const at = marks.map(m => view.pixel(projection, m)).filter(p => p !== null);
        const d = (isSmall ? "" : path(this.outline.at(view.scale)) ?? "") + at.map(p => moved(signOf(this.told), p)).join("");
        this.path.setAttribute("d", d);
        this.halo.setAttribute("d", isChosen ? d : "");
        const isFlat = isSmall || this.told.state === "over" || this.told.state === "cancelled";
        this.path.setAttribute("fill", isSmall ? "currentColor" : isFlat ? "none" : `url(#${id}-${this.told.side})`);
        this.group.classList.toggle("chosen", isChosen);
        this.group.classList.toggle("off", !this.isOn(time));
        this.group.classList.toggle("small", isSmall);
        this.isSmall = isSmall;
        return d.length > 0;
    }
}

// The way of a sign to a place: only its first position is not relative, or all of them are pairs.
const moved = (d, [x, y]) => d.includes("a")
    ? d.replace("M-5,0", `M${(x - 5).toFixed(1)},${y.toFixed(1)}`)
    : d.replace(/([ML])(-?\d+),(-?\d+)/g, (_, word, dx, dy) => `${word}${(x + Number(dx)).toFixed(1)},${(y + Number(dy)).toFixed(1)}`);

const bold = 6.9;

// Where a label may stand about its place, in the order of liking; the words are cut where the picture is narrower.
function standings(view, [x, y], width, away) {
    const middle = Math.min(Math.max(x, width / 2 + 4), view.width - width / 2 - 4);
    return [
        { left: x + away, y: y + 4, x: x + away, anchor: "start" },
        { left: x - away - width, y: y + 4, x: x - away, anchor: "end" },
        { left: middle - width / 2, y: y + 10 + away, x: middle, anchor: "middle" },
        { left: middle - width / 2, y: y - 2 - away, x: middle, anchor: "middle" },
    ].map(s => ({ ...s, right: s.left + width, top: s.y - 12, bottom: s.y + 4 })).filter(s => s.left >= 2 && s.right <= view.width - 2);
}

// Labels where there is room: those of chosen items first, then of the largest in the picture.
export function labels(view, projection, items, chosen, taken, picture) {
    const made = [];
    const isFree = box => taken.every(t => box.right < t.left || box.left > t.right || box.bottom < t.top || box.top > t.bottom);
    const most = Math.min(44, Math.floor((view.width - 12) / bold));
    for (const item of items) {
        if (made.length === 120)
            break;
        const { centre, label, side, symbol, mark } = item.told;
        const at = centre && item.isDrawn ? view.pixel(projection, centre) : null;
        if (at === null || item.group.classList.contains("off"))
            continue;
        const isChosen = chosen.has(item.told.key);
        const sign = symbol ? picture(symbol) : null;
        const whole = mark + label;
        const text = whole.length > most ? `${whole.slice(0, most - 1)}…` : whole;
        const places = standings(view, at, bold * text.length * (isChosen ? 1.17 : 1), sign ? 20 : item.isSmall ? 10 : 8);
        const stands = places.find(isFree) ?? (isChosen ? places[0] : undefined);
        if (stands === undefined)
            continue;
        taken.push(stands, { left: at[0] - 6, right: at[0] + 6, top: at[1] - 6, bottom: at[1] + 6 });
        const group = make("g", { class: `label ${side}${isChosen ? " chosen" : ""}`, "data-item": item.told.key });
        const place = `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`;
        if (sign)
            group.append(make("g", { class: "symbol", transform: place }, sign));
        else if (!item.isSmall)
            group.append(make("path", { d: signOf(item.told), transform: `${place} scale(.6)` }));
        const words = make("text", { x: stands.x.toFixed(1), y: stands.y.toFixed(1), "text-anchor": stands.anchor });
        words.textContent = text;
        group.append(words);
        made.push(group);
    }
    return made;
}

// A marked place, and a line from it to the middle of each of both.
export function meetings(view, projection, path, told, items, time) {
    const made = [];
    for (const one of told) {
        const both = [items.get(one.first), items.get(one.second)].filter(i => i !== undefined);
        if (both.some(i => !i.isOn(time)))
            continue;
        const lines = both.filter(i => i.told.centre).map(i => [one.where, i.told.centre]);
        const group = make("g", { class: "meeting", "data-item": one.key }, make("path", { class: "tie", d: path({ type: "MultiLineString", coordinates: lines }) ?? "" }));
        const title = make("title");
        title.textContent = one.title;
        group.append(title);
        const at = view.pixel(projection, one.where);
        if (at !== null) {
            group.append(make("path", { class: "spot", d: moved("M0,-11L11,0L0,11L-11,0Z", at) }));
            const word = make("text", { x: at[0].toFixed(1), y: (at[1] + 5).toFixed(1), "text-anchor": "middle" });
            word.textContent = "!";
            group.append(word);
        }
        made.push(group);
    }
    return made;
}

// What is being drawn: its outline, or the way of its vertices while it has none, and a handle for each vertex.
export function sketch(view, projection, path, told) {
    if (told === null)
        return [];
    const made = [];
    const outline = new Outline(told.rings);
    const d = outline.areas.length > 0 ? path(outline.at(view.scale)) : null;
    if (d)
        made.push(make("path", { class: "drawn", d }));
    if (told.vertices.length > 1)
        made.push(make("path", { class: "way", d: path({ type: "LineString", coordinates: told.vertices }) ?? "" }));
    for (const [i, vertex] of told.vertices.entries()) {
        const at = view.pixel(projection, vertex);
        if (at === null)
            continue;
        const number = make("text", { x: 9, y: -7 });
        number.textContent = String(i + 1);
        made.push(make("g", { class: "handle", "data-vertex": i, transform: `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})` },
            make("circle", { class: "reach", r: 14 }), make("circle", { r: 5 }), number));
    }
    return made;
}
