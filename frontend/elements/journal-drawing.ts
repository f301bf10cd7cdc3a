// A drawing: strokes with a finger, a pen or the mouse, kept as points and shown as lines.
import type { Content } from "../journal/content.ts";
import { openWay, type Part } from "./journal-parts.ts";
import { one } from "./vault-dom.ts";

type Drawing = NonNullable<Content["drawing"]>;
type Stroke = Drawing["strokes"][number];

const WIDTH = 1280;
const HEIGHT = 960;
const PEN = 10;
const NEAR = 6; // a point that is nearer than this to the last one says nothing new
const SVG = "http://www.w3.org/2000/svg";

export function drawing(root: HTMLElement): Part {
  const sheet = one<SVGSVGElement>(root, "[data-sheet]");
  let strokes: Stroke[] = [];
  const changed = (): void => {
    sheet.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const redraw = (): void => sheet.replaceChildren(...strokes.map(lineOf));
  pen(sheet, (stroke) => {
    strokes.push(stroke);
    changed();
  });
  one(root, "[data-undo]").addEventListener("click", () => {
    strokes = strokes.slice(0, -1);
    redraw();
    changed();
  });
  one(root, "[data-clear]").addEventListener("click", () => {
    strokes = [];
    redraw();
    changed();
  });
  return {
    owns: ["drawing"],
    put: ({ drawing }) => {
      strokes = [...(drawing?.strokes ?? [])];
      redraw();
      openWay(root, "drawing", strokes.length > 0);
    },
    take: () => (strokes.length > 0 ? { drawing: { width: WIDTH, height: HEIGHT, strokes } } : {}),
  };
}

/** Draw what was kept. */
export function showDrawing(sheet: SVGSVGElement, { width, height, strokes }: Drawing): void {
  sheet.setAttribute("viewBox", `0 0 ${width} ${height}`);
  sheet.replaceChildren(...strokes.map(lineOf));
}

function pen(sheet: SVGSVGElement, done: (stroke: Stroke) => void): void {
  let now: { stroke: Stroke; line: SVGElement; pointer: number } | null = null;
  sheet.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) {
      return;
    }
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    const points = placeOf(sheet, event);
    const stroke = { points: [...points, points[0], points[1]], width: PEN };
    now = { stroke, line: lineOf(stroke), pointer: event.pointerId };
    sheet.append(now.line);
  });
  sheet.addEventListener("pointermove", (event) => {
    if (now?.pointer !== event.pointerId) {
      return;
    }
    for (const part of event.getCoalescedEvents?.() ?? [event]) {
      const [x, y] = placeOf(sheet, part);
      const { points } = now.stroke;
      if (Math.hypot(x - (points.at(-2) ?? 0), y - (points.at(-1) ?? 0)) >= NEAR) {
        points.push(x, y);
      }
    }
    now.line.setAttribute("points", now.stroke.points.join(" "));
  });
  const up = (event: PointerEvent): void => {
    if (now?.pointer === event.pointerId) {
      done(now.stroke);
      now = null;
    }
  };
  sheet.addEventListener("pointerup", up);
  sheet.addEventListener("pointercancel", up);
}

/** Where on the sheet, in its own measure: whole numbers. */
function placeOf(sheet: SVGSVGElement, event: PointerEvent): [number, number] {
  const box = sheet.getBoundingClientRect();
  const x = ((event.clientX - box.left) / box.width) * WIDTH;
  const y = ((event.clientY - box.top) / box.height) * HEIGHT;
  return [within(x, WIDTH), within(y, HEIGHT)];
}

function within(at: number, most: number): number {
  return Math.round(Math.min(most, Math.max(0, at)));
}

function lineOf({ points, width }: Stroke): SVGElement {
  const line = document.createElementNS(SVG, "polyline");
  line.setAttribute("points", points.join(" "));
  line.setAttribute("stroke-width", String(width));
  return line;
}
