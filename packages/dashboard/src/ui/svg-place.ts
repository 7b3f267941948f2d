/** A place in SVG, in pixels, to a tenth of one. */
export function svgPlace(pixels: number): string {
  return pixels.toFixed(1);
}
