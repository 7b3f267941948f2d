/** The page's colours and type as a canvas needs them. */
export interface CanvasTokens {
  readonly grid: string;
  readonly text: string;
  readonly muted: string;
  readonly surface: string;
  readonly bad: string;
  readonly font: string;
}

/** Reads the design tokens that hold for an element. */
export function canvasTokens(element: Element): CanvasTokens {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim() || style.color;
  return {
    grid: token("--grid"),
    text: token("--text"),
    muted: token("--muted"),
    surface: token("--surface"),
    bad: token("--bad"),
    font: style.fontFamily,
  };
}
