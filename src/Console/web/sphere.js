// The earth as a sphere: places as unit vectors, [x, y, z], x to longitude 0, z to the north pole. Pairs are [longitude, latitude] in degrees, as d3-geo has them.

const rad = Math.PI / 180;

// Metres; the radius that the station measures with.
export const radius = 6371008.8;

export const vector = ([lon, lat]) => [Math.cos(lat * rad) * Math.cos(lon * rad), Math.cos(lat * rad) * Math.sin(lon * rad), Math.sin(lat * rad)];

export const place = ([x, y, z]) => [Math.atan2(y, x) / rad, Math.atan2(z, Math.hypot(x, y)) / rad];

const minus = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

// Radians; from the chord, which keeps its digits where places are near.
export const angle = (a, b) => 2 * Math.asin(Math.min(1, Math.hypot(...minus(a, b)) / 2));

// A round that holds all those places, not the smallest one: what is outside of the view is not drawn.
export function cap(vectors) {
    const sum = [0, 0, 0];
    for (const v of vectors)
        for (let i = 0; i < 3; i++)
            sum[i] += v[i];
    const length = Math.hypot(...sum);
    if (length < 1e-9)
        return { centre: [0, 0, 1], reach: Math.PI };
    const centre = sum.map(c => c / length);
    return { centre, reach: Math.max(...vectors.map(v => angle(centre, v))) };
}

// The round that holds two rounds.
export function union(caps) {
    const middle = cap(caps.map(c => c.centre)).centre;
    return { centre: middle, reach: Math.min(Math.PI, Math.max(...caps.map(c => angle(middle, c.centre) + c.reach))) };
}

// How far a place is from the straight line between two others, in radians where they are near.
function off(at, from, to) {
    const [line, away] = [minus(to, from), minus(at, from)];
    const length = dot(line, line);
    const part = length === 0 ? 0 : Math.min(1, Math.max(0, dot(away, line) / length));
    return Math.hypot(away[0] - part * line[0], away[1] - part * line[1], away[2] - part * line[2]);
}

// A ring without the places that could not be told from the line between their neighbours (Douglas and Peucker); in parts, so that none of it is one long line back and forth.
// The straight line leaves the great circle too, so that a long way keeps more of its places than it needs.
export function thinned(ring, tolerance) {
    if (ring.length < 9)
        return ring;
    const vectors = ring.map(vector);
    const kept = new Uint8Array(ring.length);
    const parts = [0, Math.floor(ring.length / 3), Math.floor(2 * ring.length / 3), ring.length - 1];
    for (const i of parts)
        kept[i] = 1;
    const open = [[parts[0], parts[1]], [parts[1], parts[2]], [parts[2], parts[3]]];
    while (open.length > 0) {
        const [from, to] = open.pop();
        let [most, at] = [tolerance, -1];
        for (let i = from + 1; i < to; i++) {
            const distance = off(vectors[i], vectors[from], vectors[to]);
            if (distance > most)
                [most, at] = [distance, i];
        }
        if (at > 0) {
            kept[at] = 1;
            open.push([from, at], [at, to]);
        }
    }
    return ring.filter((_, i) => kept[i]);
}
