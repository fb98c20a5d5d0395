/*! Has milsymbol in it, copyright Måns Beckman, MIT licence: licence-milsymbol.txt beside this file */
// Pictures of symbol codes (APP-6, MIL-STD-2525). Colours are the page's: the frame's form says what the caller chose, and no frame is green.
import ms from "milsymbol";

const paper = "var(--paper)";
const frames = { Civilian: paper, Friend: paper, Hostile: paper, Neutral: paper, Suspect: paper, Unknown: paper };

// The picture as an element, its middle at 0 0; null for a code that says nothing.
export function picture(code, size) {
    const sign = new ms.Symbol(code, { size, colorMode: frames });
    if (!sign.isValid())
        return null;
    const drawn = document.importNode(new DOMParser().parseFromString(sign.asSVG(), "image/svg+xml").documentElement, true);
    for (const part of drawn.querySelectorAll("*")) {
        for (const name of ["fill", "stroke"]) {
            if (part.getAttribute(name) === "black")
                part.setAttribute(name, "currentColor");
        }
    }
    const { x, y } = sign.getAnchor();
    drawn.setAttribute("x", -x);
    drawn.setAttribute("y", -y);
    return drawn;
}
