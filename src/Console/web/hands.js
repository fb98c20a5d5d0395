// What keys, pointers and buttons do to a map. The page scrolls as ever until somebody has gone into the map.

const far = 1 / 6;
const near = 1 / 60;

// map: view, state, and what to call. Answers with what lets go of everything again.
export function hands(root, box, map) {
    const { view, state } = map;
    const ends = new AbortController();
    const listen = (place, name, what, more = {}) => place.addEventListener(name, what, { signal: ends.signal, ...more });

    const zoom = (by, x = view.width / 2, y = view.height / 2) => {
        const before = view.placeAt(x, y);
        view.zoom(view.scale * by);
        // The place under the pointer stays there, as far as the earth lets it.
        const after = before && view.pixel(view.projection(), before);
        if (after)
            view.pan(x - after[0], y - after[1]);
        touched();
    };
    const pan = (dx, dy) => {
        view.pan(dx, dy);
        touched();
    };
    const touched = () => {
        state.isHeld = true;
        map.redraw();
    };
    const all = () => map.fit();

    const keys = {
        ArrowLeft: step => pan(step * view.width, 0),
        ArrowRight: step => pan(-step * view.width, 0),
        ArrowUp: step => pan(0, step * view.height),
        ArrowDown: step => pan(0, -step * view.height),
        "+": () => zoom(1.5),
        "=": () => zoom(1.5),
        "-": () => zoom(1 / 1.5),
        "0": all,
        Home: all,
        Escape: () => map.choose([]),
        Enter: () => state.sketch !== null && map.place([view.lon, view.lat]),
        Backspace: () => state.sketch !== null && map.takeBack(),
    };
    listen(box, "keydown", event => {
        if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys))
            return;
        event.preventDefault();
        event.stopPropagation();
        state.isHeld = true;
        keys[event.key](event.shiftKey ? near : far);
    });

    listen(root, "click", event => {
        const what = event.target.closest?.("[data-map-do]")?.dataset.mapDo;
        if (what)
            ({ in: () => zoom(1.5), out: () => zoom(1 / 1.5), all })[what]();
    });

    listen(box, "wheel", event => {
        if (document.activeElement !== box)
            return;
        event.preventDefault();
        const { left, top } = box.getBoundingClientRect();
        zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY)) / 500), event.clientX - left, event.clientY - top);
    }, { passive: false });

    pointers(box, map, listen, { pan, zoom });
    return () => ends.abort();
}

function pointers(box, map, listen, { pan, zoom }) {
    const { view, state } = map;
    const down = new Map();
    let [moved, vertex, wide] = [0, null, 0];
    const spread = () => {
        const [a, b] = [...down.values()];
        return Math.hypot(a.x - b.x, a.y - b.y);
    };
    const placeOf = event => {
        const { left, top } = box.getBoundingClientRect();
        return view.placeAt(event.clientX - left, event.clientY - top);
    };

    listen(box, "pointerdown", event => {
        if (event.button !== 0)
            return;
        state.isHeld = true;
        box.focus({ preventScroll: true });
        box.setPointerCapture(event.pointerId);
        down.set(event.pointerId, { x: event.clientX, y: event.clientY });
        const handle = event.target.closest?.("[data-vertex]");
        if (down.size === 1)
            [moved, vertex] = [0, handle ? Number(handle.dataset.vertex) : null];
        else
            [wide, vertex] = [spread(), null];
    });
    listen(box, "pointermove", event => {
        const last = down.get(event.pointerId);
        if (!last)
            return;
        const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
        moved += Math.abs(dx) + Math.abs(dy);
        down.set(event.pointerId, { x: event.clientX, y: event.clientY });
        if (down.size === 2) {
            const now = spread();
            if (wide > 0 && now > 0)
                zoom(now / wide);
            wide = now;
        } else if (vertex !== null) {
            const at = placeOf(event);
            if (at !== null && moved > 4 && state.sketch !== null) {
                state.sketch.vertices[vertex] = at;
                state.sketch.rings = [];
                map.redraw();
            }
        } else if (moved > 4) {
            pan(dx, dy);
        }
    });
    listen(box, "pointerup", event => {
        if (!down.delete(event.pointerId) || down.size > 0)
            return;
        const at = placeOf(event);
        if (vertex !== null && moved > 4) {
            if (at !== null)
                map.move(vertex, at);
        } else if (moved <= 4 && state.sketch !== null) {
            if (at !== null && vertex === null)
                map.place(at);
        } else if (moved <= 4) {
            // Everything that lies there, the uppermost first.
            const under = document.elementsFromPoint(event.clientX, event.clientY).map(e => e.closest?.("[data-item]")?.dataset.item).filter(k => k !== undefined && k !== null);
            map.choose([...new Set(under)]);
        }
        vertex = null;
    });
    listen(box, "pointercancel", event => {
        down.delete(event.pointerId);
        vertex = null;
    });
}
