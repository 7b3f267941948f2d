const SVG = "http://www.w3.org/2000/svg";
const dashes = { training: "4 3", validation: "none" };

/** A piece of line as the curves of a split are drawn. */
export function splitLine(split: keyof typeof dashes): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 22 6");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "line");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M0 3H22");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", "2");
  path.setAttribute("stroke-dasharray", dashes[split]);
  svg.append(path);
  return svg;
}
