/*! Has uPlot in it, copyright Leon Sorokin, MIT licence: https://github.com/leeoniya/uPlot */
// Plots for eyes. The numbers stand in a table beside each: nothing is said here that is not said there.
import uPlot from "uplot";

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const drawn = new Set();

// At the end of each curve stands whose it is: colours alone tell nothing to many eyes.
const names = series => one => {
    const sharp = devicePixelRatio;
    one.ctx.save();
    one.ctx.font = `${12 * sharp}px ${getComputedStyle(document.body).fontFamily}`;
    one.ctx.textAlign = "right";
    const ends = series.map(s => ({ s, at: s.values.findLastIndex(v => v !== null) })).filter(e => e.at >= 0)
        .map(({ s, at }) => ({ s, x: one.valToPos(one.data[0][at], "x", true), y: one.valToPos(s.values[at], "y", true) }))
        .sort((a, b) => b.y - a.y);
    // From the lowest up, so that no name lies on another.
    let above = Infinity;
    for (const { s, x, y } of ends) {
        above = Math.min(y - 6 * sharp, above - 14 * sharp);
        one.ctx.fillStyle = colour(s.colour);
        one.ctx.fillText(s.name, x - 6 * sharp, above);
    }
    one.ctx.restore();
};

const height = 240;

// Colours follow the page: when its look changes, every plot is painted anew.
const repaint = () => drawn.forEach(one => one.redraw(false));
new MutationObserver(repaint).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);

const axis = label => ({
    label,
    stroke: () => colour("--soft"),
    grid: { stroke: () => colour("--edge"), width: 1 },
    ticks: { stroke: () => colour("--edge"), width: 1 },
});

// place: an empty element. times: seconds since 1970. series: { name, colour (a variable of the sheet), dashed, values (null: none is known) }.
// Times are UTC, as everywhere. Answers with what takes the plot away again.
export function draw(place, label, moment, times, series) {
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC", dateStyle: "short" });
    const one = new uPlot({
        width: Math.max(place.clientWidth, 200),
        height,
        tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
        fmtDate: () => date => day.format(new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()))),
        hooks: { draw: [names(series)] },
        cursor: { drag: { x: false, y: false } },
        scales: { y: { range: (_, least, most) => [0, Math.max(1, Math.ceil((most ?? 1) * 1.1))] } },
        axes: [{ ...axis(), space: 90 }, { ...axis(label), incrs: [1, 2, 5, 10, 20, 50, 100, 200] }],
        series: [
            { label: moment, value: (_, at) => at === null ? "–" : day.format(new Date(at * 1000)) },
            ...series.map(s => ({
                label: `${s.dashed ? "┄" : "─"} ${s.name}`,
                stroke: () => colour(s.colour),
                width: 2,
                dash: s.dashed ? [6, 5] : undefined,
                points: { size: 5, fill: () => colour(s.colour) },
                value: (_, days) => days === null ? "–" : String(days),
            })),
        ],
    }, [times, ...series.map(s => s.values)], place);
    drawn.add(one);
    const fits = new ResizeObserver(() => one.setSize({ width: Math.max(place.clientWidth, 200), height }));
    fits.observe(place);
    return {
        end: () => {
            fits.disconnect();
            drawn.delete(one);
            one.destroy();
        },
    };
}
