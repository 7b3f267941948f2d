/** What a page notes of itself while it loads. Times are milliseconds since its address was asked for. */
interface Noted {
  /** When a table first had a row. */
  firstRow: number;
  /** When something was last drawn on a canvas. */
  drawn: number;
  longestTask: number;
  layoutShift: number;
}

declare global {
  interface Window {
    noted: Noted;
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** Runs in a page before its own scripts. Uses nothing from outside of itself. */
export function watchPage(): void {
  const noted: Noted = { firstRow: 0, drawn: 0, longestTask: 0, layoutShift: 0 };
  window.noted = noted;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      noted.longestTask = Math.max(noted.longestTask, duration);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[])
      if (!hadRecentInput) noted.layoutShift += value;
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    if (document.querySelector("tbody td") !== null) noted.firstRow = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const canvas = CanvasRenderingContext2D.prototype;
  canvas.stroke = new Proxy(canvas.stroke, {
    apply(stroke, self, path) {
      noted.drawn = performance.now();
      return Reflect.apply(stroke, self, path);
    },
  });
}
