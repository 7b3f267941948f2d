import type { Chart as ChartInstance, Point } from "chart.js";
import { canvasTokens } from "./canvas-tokens.ts";
import { chartOptions } from "./chart-configuration.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { drawHighlight } from "./draw-highlight.ts";
import { inTurn } from "./in-turn.ts";
import { type MarksInput, marksPlugin } from "./marks-plugin.ts";
import { samePicture } from "./same-picture.ts";
import type { Signal } from "./signal.ts";
import type { Theme } from "./theme.ts";

/** What chart.js makes of a canvas. */
export type DrawnChart = ChartInstance<"line", Point[]>;

/** A page is there before what draws on it. */
const library = typeof window === "undefined" ? undefined : import("./register-chart.ts");
// Where the server is gone, so is the page.
library?.catch(() => undefined);

/** Live data is drawn at most this often. */
const REDRAW_MS = 250;

export interface LineChartArgs {
  readonly canvas: HTMLCanvasElement;
  /** Lies above it: what is highlighted is drawn there. */
  readonly layer: HTMLCanvasElement;
  /** The run that is pointed at. */
  readonly highlighted: Signal<string | undefined>;
}

/**
 * Keeps a canvas showing a picture: draws it anew when the picture or the theme changes, not more often than four times a
 * second for new data, and only while it can be seen. The highlighted run is drawn on a layer above it.
 */
export class LineChart {
  readonly #args: LineChartArgs;
  readonly #observer: IntersectionObserver;
  readonly #leave: () => void;
  #library: typeof ChartInstance | undefined;
  #chart: DrawnChart | undefined;
  #input: MarksInput | undefined;
  #isVisible = false;
  #isStale = true;
  #isHighlighted = false;
  #isGone = false;
  #drawnAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(args: LineChartArgs) {
    this.#args = args;
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#isVisible = entries.at(-1)?.isIntersecting ?? false;
        if (this.#isVisible && this.#isStale) this.#draw(true);
      },
      { rootMargin: "200px" },
    );
    this.#observer.observe(args.canvas);
    this.#leave = args.highlighted.subscribe(() => this.#highlight());
    library?.then(
      ({ Chart }) => {
        this.#library = Chart;
        if (!this.#isGone) this.#drawNow();
      },
      () => undefined,
    );
  }

  /** What chart.js has drawn; undefined before it has. */
  get drawn(): DrawnChart | undefined {
    return this.#chart;
  }

  /** Shows a picture: at once where another part or another look of it was asked for, soon where only the data are new. */
  show(picture: ChartPicture, theme: Theme): void {
    const before = this.#input;
    const isSameTheme = before?.theme === theme;
    // What a person asked for is shown at once; new data may wait.
    const isAsked =
      !isSameTheme ||
      before.picture.scale !== picture.scale ||
      before.picture.xAxis !== picture.xAxis ||
      (sameRange(before.picture.whole, picture.whole) && !sameRange(before.picture.x, picture.x));
    this.#input = { picture, theme, tokens: canvasTokens(this.#args.canvas, theme) };
    // A picture that was made anew of the same parts is on the canvas already.
    if (isSameTheme && samePicture(before.picture, picture)) return;
    this.#draw(isAsked);
  }

  /** Draws no more, and gives back what it took. */
  destroy(): void {
    this.#isGone = true;
    this.#leave();
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  #draw(soon: boolean): void {
    this.#isStale = true;
    if (!soon && this.#timer !== undefined) return;
    clearTimeout(this.#timer);
    const wait = soon ? 0 : Math.max(0, this.#drawnAt + REDRAW_MS - performance.now());
    this.#timer = setTimeout(soon ? this.#drawNow : () => inTurn(this.#drawNow), wait);
  }

  readonly #drawNow = (): void => {
    this.#timer = undefined;
    const input = this.#input;
    if (this.#isGone || !this.#isVisible || !this.#isStale) return;
    if (!this.#library || input === undefined) return;
    this.#isStale = false;
    this.#drawnAt = performance.now();
    if (this.#chart === undefined) {
      this.#chart = new this.#library<"line", Point[]>(this.#args.canvas, {
        type: "line",
        data: { datasets: [] },
        options: chartOptions(input.picture, input.tokens),
        plugins: [marksPlugin(() => this.#input ?? input)],
      });
    } else {
      this.#chart.options = chartOptions(input.picture, input.tokens);
      this.#chart.update("none");
    }
    this.#highlight();
  };

  #highlight(): void {
    cancelAnimationFrame(this.#frame);
    // The layer is empty, and stays so.
    if (this.#args.highlighted.get() === undefined && !this.#isHighlighted) return;
    this.#frame = requestAnimationFrame(() => {
      if (!this.#isVisible || !this.#chart || !this.#input) return;
      const run = this.#args.highlighted.get();
      this.#isHighlighted = run !== undefined;
      drawHighlight(this.#args.layer, this.#chart, this.#input, run);
    });
  }
}

function sameRange(a: ChartPicture["x"], b: ChartPicture["x"]): boolean {
  return a.min === b.min && a.max === b.max;
}
