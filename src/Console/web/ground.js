// What lies under the items: sea, land, and a net of degrees. Land is Natural Earth's, in two finenesses, and comes from the station.
import { geoAzimuthalEqualArea, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { angle, cap, radius, vector } from "./sphere.js";

const rad = Math.PI / 180;

// Degrees from the centre: beyond, shapes on such a map are no longer what they are on the earth.
const horizon = 120;

// Metres of a view: below, the coastline is a guess, and so are the digits of what draws it.
export const nearest = 10000;

// Metres of a view: below, one would take the corners of the coast for the coast.
export const rough = 250000;

const loaded = new Map();

function load(name) {
    if (!loaded.has(name)) {
        loaded.set(name, fetch(new URL(name, import.meta.url)).then(answer => answer.json()).then(world => {
            const polygons = feature(world, world.objects.land).features.flatMap(f => f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates);
            return polygons.map(p => ({ coordinates: p, ...cap(p[0].map(vector)) }));
        }));
        // What did not come is asked for again by the next map.
        loaded.get(name).catch(() => loaded.delete(name));
    }
    return loaded.get(name);
}

export function Ground(onLand) {
    const land = {};
    let isLacking = false;
    const want = name => {
        if (!(name in land)) {
            land[name] = null;
            load(name).then(l => { land[name] = l; }, () => { isLacking = true; }).then(onLand);
        }
        return land[name];
    };
    return {
        // Some of it did not come.
        isLacking: () => isLacking,
        // The finer coast where one would see the coarser one's corners; the other until it has come.
        land: view => {
            const fine = view.metres() < 6e6 ? want("land-50m.json") : null;
            const lands = fine ?? want("land-110m.json") ?? [];
            return { type: "MultiPolygon", coordinates: lands.filter(l => view.sees(l)).map(l => l.coordinates) };
        },
    };
}

// A view of the earth, its north up at the centre. width, height: of the picture.
export function View(width, height) {
    const view = { lon: 0, lat: 90, scale: 100, width, height };
    const least = () => (Math.min(view.width, view.height) / 2 - 6) / (2 * Math.sin(horizon / 2 * rad));
    const corner = () => Math.hypot(view.width, view.height) / 2 + 8;
    // Degrees from the centre to the corners, or to the horizon.
    view.reach = () => Math.min(horizon, 2 * Math.asin(Math.min(1, corner() / (2 * view.scale))) / rad);
    view.centre = () => vector([view.lon, view.lat]);
    // From the left to the right through the centre, or from rim to rim.
    view.metres = () => radius * Math.min(2 * horizon * rad, 4 * Math.asin(Math.min(1, view.width / (4 * view.scale))));
    view.sees = round => angle(view.centre(), round.centre) <= view.reach() * rad + round.reach;
    view.projection = () => geoAzimuthalEqualArea().rotate([-view.lon, -view.lat]).translate([view.width / 2, view.height / 2]).scale(view.scale)
        .clipAngle(Math.min(view.reach(), horizon)).precision(0.4);
    view.path = projection => geoPath(projection).digits(1);
    view.zoom = scale => {
        view.scale = Math.min(Math.max(scale, least()), radius * view.width / nearest);
    };
    // By pixels of the picture: what is under the pointer goes with it, near the centre. At a pole, sideways turns the map round it.
    view.pan = (dx, dy) => {
        const degrees = 1 / view.scale / rad;
        view.lon = ((view.lon - dx * degrees / Math.max(Math.cos(view.lat * rad), 0.12) + 540) % 360 + 360) % 360 - 180;
        view.lat = Math.min(90, Math.max(-90, view.lat + dy * degrees));
    };
    view.at = (lon, lat) => { [view.lon, view.lat] = [lon, Math.min(90, Math.max(-90, lat))]; };
    // So that all of a round is to be seen, and half as much again.
    view.hold = (lon, lat, reach) => {
        view.at(lon, lat);
        const half = Math.min(view.width, view.height) / 2 - 18;
        view.zoom(half / (2 * Math.sin(Math.min(Math.PI, Math.max(reach * 1.25, 2e-4)) / 2)));
    };
    // The place at a pixel, [longitude, latitude]; null beyond the horizon.
    view.placeAt = (x, y) => {
        const r = Math.hypot(x - view.width / 2, y - view.height / 2);
        return r > 2 * view.scale * Math.sin(horizon / 2 * rad) ? null : view.projection().invert([x, y]);
    };
    // The pixel of a place; null where it is not in the picture.
    view.pixel = (projection, at) => {
        if (angle(view.centre(), vector(at)) > view.reach() * rad)
            return null;
        const [x, y] = projection(at);
        return x < 0 || y < 0 || x > view.width || y > view.height ? null : [x, y];
    };
    return view;
}

// Minutes of arc between two lines of the net.
const steps = [1800, 1200, 600, 300, 120, 60, 30, 20, 10, 5, 2, 1];

const fine = pixels => steps.findLast(minutes => minutes / 60 * pixels >= 64) ?? steps[0];

export function degrees(value, letters) {
    const minutes = Math.round(Math.abs(value) * 60);
    const text = minutes % 60 === 0 ? `${minutes / 60}°` : `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, "0")}′`;
    return minutes === 0 || (minutes === 10800 && letters === "EW") ? text : text + letters[value < 0 ? 1 : 0];
}

// Meridians and parallels in the view, each with its label.
export function net(view) {
    const pixels = view.scale * rad;
    const reach = view.reach();
    const [south, north] = [Math.max(-90, view.lat - reach), Math.min(90, view.lat + reach)];
    const atPole = north === 90 || south === -90;
    const level = Math.cos(Math.min(Math.abs(view.lat), 89) * rad);
    const across = atPole ? Math.max(fine(pixels * Math.max(level, 0.35)), reach < 15 ? 1800 : 600) / 60 : fine(pixels * level) / 60;
    const up = Math.min(fine(pixels), 1200) / 60;
    const east = atPole ? 180 : Math.asin(Math.min(1, Math.sin(reach * rad) / Math.cos(view.lat * rad))) / rad;
    const lines = [];
    const [first, last] = east >= 170 ? [-180, 180 - across] : [Math.ceil((view.lon - east) / across) * across, view.lon + east];
    // Near the pole only every third: they would run into one black spot.
    for (let lon = first; lon <= last + 1e-9; lon += across) {
        const inner = Math.round(lon / across) % 3 === 0 ? 90 : 90 - Math.min(10, 3 * up);
        const [low, high] = [Math.max(south, -inner), Math.min(north, inner)];
        const wrapped = (lon + 540) % 360 - 180;
        if (low < high)
            lines.push({
                text: degrees(wrapped === -180 ? 180 : wrapped, "EW"), isMeridian: true, points: Array.from({ length: 13 }, (_, i) => [lon, low + (high - low) * i / 12]),
            });
    }
    for (let lat = Math.ceil(south / up) * up; lat <= north + 1e-9; lat += up) {
        if (Math.abs(lat) > 89.999)
            continue;
        const [w, e] = east >= 170 ? [view.lon - 180, view.lon + 180] : [view.lon - east, view.lon + east];
        const count = Math.ceil(Math.max(24, (e - w) / 2));
        lines.push({ text: degrees(lat, "NS"), isMeridian: false, points: Array.from({ length: count + 1 }, (_, i) => [w + (e - w) * i / count, lat]) });
    }
    return lines;
}

// Where the label of a line of the net stands: of a parallel its leftmost place in the picture, of a meridian the one that is farthest from the nearer pole.
export function labelPlace(view, projection, line) {
    const inner = { left: 6, right: view.width - 44, top: 12, bottom: view.height - 8 };
    let best = null;
    for (let i = 0; i + 1 < line.points.length; i++) {
        const [a, b] = [line.points[i], line.points[i + 1]];
        for (let part = 0; part < 1; part += 0.05) {
            const at = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
            const p = view.pixel(projection, at);
            if (p === null || p[0] < inner.left || p[0] > inner.right || p[1] < inner.top || p[1] > inner.bottom)
                continue;
            const worth = line.isMeridian ? -Math.abs(at[1] - (view.lat < 0 ? -90 : 90)) : p[0];
            if (best === null || worth < best.worth)
                best = { worth, x: p[0], y: p[1] };
        }
    }
    return best;
}

// Which way north is at a pixel, degrees clockwise from up; null beyond the horizon and at a pole.
export function northAt(view, projection, x, y) {
    const at = view.placeAt(x, y);
    if (at === null || Math.abs(at[1]) > 89.9)
        return null;
    const step = Math.min(0.05, 90 - Math.abs(at[1]));
    const [to, from] = [projection([at[0], at[1] + step]), projection([at[0], at[1] - step])];
    return Math.atan2(to[0] - from[0], from[1] - to[1]) / rad;
}

// A bar of a round length, at most so many pixels, true at the centre: kilometres and pixels.
export function bar(view, most) {
    const kilometres = most / view.scale * radius / 1000;
    const power = 10 ** Math.floor(Math.log10(kilometres));
    const round = [5, 2, 1].find(n => n * power <= kilometres) * power;
    return { kilometres: round, pixels: round * 1000 / radius * view.scale };
}
