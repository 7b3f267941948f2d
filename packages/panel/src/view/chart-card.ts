import { formatValue } from "@epochal/conclusions";
import { placeText } from "../axes/place-text.ts";
import type { MetricCard } from "../cards/metric-cards.ts";
import type { ChartPicture } from "../drawing/chart-picture.ts";
import { LineChart } from "../drawing/line-chart.ts";
import { PLOT_LEFT, PLOT_RIGHT } from "../drawing/plot-frame.ts";
import type { Signal } from "../drawing/signal.ts";
import type { Theme } from "../drawing/theme.ts";
import type { ChartRun } from "../lines/chart-run.ts";
import { cursorPlaces } from "../lines/cursor-places.ts";
import { placeNear } from "../lines/place-near.ts";
import { nearestIndex } from "../lines/value-at.ts";
import { chartWords } from "../words/chart-words.ts";
import { lastRows, type ReadoutRow, readoutRows } from "../words/readout-rows.ts";
import { element } from "./element.ts";
import { splitLine } from "./split-line.ts";

/** What a card shows. */
export interface ShownChart {
  readonly card: MetricCard;
  readonly runs: readonly ChartRun[];
  readonly picture: ChartPicture;
  readonly theme: Theme;
}

/** The chart of one metric, with its values under the cursor, which all charts of a panel share. */
export class ChartCard {
  readonly root: HTMLElement;
  readonly #values = element("p", "values");
  readonly #said = element("p", "said");
  readonly #line = element("div", "cursor");
  readonly #plot: HTMLElement;
  readonly #chart: LineChart;
  readonly #cursor: Signal<number | undefined>;
  readonly #leave: () => void;
  #shown: (ShownChart & { readonly places: readonly number[] }) | undefined;

  constructor(
    title: string,
    cursor: Signal<number | undefined>,
    hovered: Signal<string | undefined>,
  ) {
    this.#cursor = cursor;
    const canvas = element("canvas");
    const layer = element("canvas", "layer");
    this.#line.hidden = true;
    this.#plot = element("div", "plot", canvas, layer, this.#line);
    this.#plot.tabIndex = 0;
    this.#plot.setAttribute("role", "group");
    this.#plot.setAttribute("aria-label", `${title}. Arrow keys move the cursor.`);
    this.#said.setAttribute("aria-live", "polite");
    const heading = element("h2", "", title);
    heading.title = title;
    this.root = element(
      "article",
      "",
      element("header", "", heading, this.#values),
      this.#plot,
      this.#said,
    );
    this.root.setAttribute("aria-label", title);
    this.#chart = new LineChart({ canvas, layer, highlighted: hovered });
    this.#leave = cursor.subscribe(() => this.#point());
    this.#plot.addEventListener("pointermove", (event) => this.#move(event));
    this.#plot.addEventListener("pointerdown", (event) => this.#move(event));
    this.#plot.addEventListener("pointerleave", () => cursor.set(undefined));
    this.#plot.addEventListener("keydown", (event) => this.#press(event));
  }

  show({ card, runs, picture, theme }: ShownChart): void {
    this.#shown = {
      card,
      runs,
      picture,
      theme,
      places: cursorPlaces(picture.lines, picture.marks),
    };
    this.#chart.show(picture, theme);
    this.#plot.setAttribute(
      "aria-label",
      `${card.title}. ${chartWords(picture, runs, card.direction).join(". ")}. Arrow keys move the cursor.`,
    );
    this.#point();
  }

  destroy(): void {
    this.#leave();
    this.#chart.destroy();
  }

  #move(event: PointerEvent): void {
    if (this.#shown === undefined) return;
    const { places, picture } = this.#shown;
    const box = this.#plot.getBoundingClientRect();
    const part = (event.clientX - box.left - PLOT_LEFT) / (box.width - PLOT_LEFT - PLOT_RIGHT);
    const { min, max } = picture.x;
    this.#cursor.set(places[nearestIndex(places, min + part * (max - min))]);
  }

  #press(event: KeyboardEvent): void {
    const places = this.#shown?.places ?? [];
    const at = this.#cursor.get();
    const from = at === undefined ? -1 : nearestIndex(places, at);
    const to = {
      ArrowLeft: from < 0 ? places.length - 1 : from - 1,
      ArrowRight: from + 1,
      Home: 0,
      End: places.length - 1,
    }[event.key];
    if (event.key === "Escape") this.#cursor.set(undefined);
    if (to === undefined) return;
    event.preventDefault();
    this.#cursor.set(places[Math.min(places.length - 1, Math.max(0, to))]);
    this.#said.textContent = this.#values.textContent;
  }

  /** Says the values at the cursor, or the last ones. */
  #point(): void {
    if (this.#shown === undefined) return;
    const { card, runs, picture, places } = this.#shown;
    const { x: range, xAxis, lines } = picture;
    const x = placeNear(places, this.#cursor.get(), range);
    const args = { runs, lines, direction: card.direction };
    const [row] =
      x === undefined ? lastRows({ ...args, range }) : readoutRows({ ...args, x, xAxis });
    this.#values.replaceChildren(
      ...(x === undefined ? [] : [`${placeText(x, xAxis, range)}: `]),
      ...wordsOf(row),
    );
    this.#line.hidden = x === undefined;
    if (x === undefined) return;
    const part = (x - range.min) / (range.max - range.min);
    this.#line.style.left = `calc(${PLOT_LEFT}px + ${part} * (100% - ${PLOT_LEFT + PLOT_RIGHT}px))`;
  }
}

/** "training 0.91 validation 0.93", the splits as their lines are drawn; their names are heard. */
function wordsOf(row: ReadoutRow | undefined): readonly (Node | string)[] {
  const parts = [
    ...(row?.train === undefined ? [] : [["training", row.train] as const]),
    ...(row?.validation === undefined ? [] : [["validation", row.validation] as const]),
    ...(row?.single === undefined ? [] : [[undefined, row.single] as const]),
  ];
  return parts.flatMap(([split, value], i) => [
    ...(i > 0 ? [" "] : []),
    ...(split === undefined ? [] : [splitLine(split), element("span", "said", `${split} `)]),
    element("b", "", formatValue(value)),
  ]);
}
