// A drawing as a file of its own: lines only, nothing that runs or loads.
import type { Drawing } from "../content.ts";

/** SVG of a drawing that was read (reading.ts), so that it holds whole numbers only. */
export function svgOf({ width, height, strokes }: Drawing): string {
  const lines = strokes.map(({ points, width: thick }) => {
    const pairs = points.flatMap((x, place) => (place % 2 ? [] : `${x},${points[place + 1]}`));
    // A dot is a line to where it began.
    const all = pairs.length === 1 ? [...pairs, ...pairs] : pairs;
    return `<polyline points="${all.join(" ")}" stroke-width="${thick}"/>`;
  });
  const style = 'fill="none" stroke="#222" stroke-linecap="round" stroke-linejoin="round"';
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}>`;
  return [svg, ...lines, "</svg>", ""].join("\n");
}
