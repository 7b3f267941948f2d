import type { Theme } from "./theme.ts";

/** The page's colours and type as a canvas needs them. */
export interface CanvasTokens {
  readonly grid: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  /** Lines behind others. */
  readonly context: string;
  readonly surface: string;
  readonly bad: string;
  readonly font: string;
}

const known = new WeakMap<Node, Map<Theme, CanvasTokens>>();

/** The design tokens around an element as plain colours of a theme. They are read once a page: that takes the browser as long as drawing a chart. */
export function canvasTokens(element: HTMLElement, theme: Theme): CanvasTokens {
  const root = element.getRootNode();
  const ofRoot = known.get(root) ?? new Map<Theme, CanvasTokens>();
  known.set(root, ofRoot);
  const tokens = ofRoot.get(theme) ?? readTokens(element);
  ofRoot.set(theme, tokens);
  return tokens;
}

function readTokens(element: HTMLElement): CanvasTokens {
  const probe = document.createElement("span");
  (element.parentElement ?? document.body).append(probe);
  // A custom property reads as it was written, `light-dark()` and all; only a colour is computed.
  const token = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const tokens = {
    grid: token("--grid"),
    text: token("--text"),
    muted: token("--muted"),
    faint: token("--line-strong"),
    context: token("--line-strong"),
    surface: token("--surface"),
    bad: token("--bad"),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return tokens;
}
