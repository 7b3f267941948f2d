import { primaryMetric, soundEvent } from "@epochal/conclusions";
import { bestPoint } from "../cards/best-point.ts";
import { allCards, type MetricCard, metricCards, seriesOf } from "../cards/metric-cards.ts";
import { runMarks } from "../cards/run-marks.ts";
import { pictureOf } from "../drawing/picture-of.ts";
import { Signal } from "../drawing/signal.ts";
import { onTheme, themeOf } from "../drawing/theme.ts";
import type { ChartRun } from "../lines/chart-run.ts";
import type { KeptRun } from "../run/kept-run.ts";
import { ChartCard } from "./chart-card.ts";
import { element } from "./element.ts";
import { splitLine } from "./split-line.ts";
import { style } from "./style.ts";

/** The colour of the one run of a panel: the accent of the page. */
const color = { light: "#3b5bdb", dark: "#8ea6ff" };
/** What changes is shown at most so often. */
const SHOW_MS = 250;

/** A run's curves in an element of the page, in a shadow root: its style and the page's do not meet. */
export class PanelView {
  readonly #place: HTMLElement;
  readonly #run: KeptRun;
  readonly #metrics: readonly string[] | undefined;
  readonly #root: ShadowRoot;
  readonly #progress = element("p", "progress");
  readonly #headline = element("p", "headline");
  readonly #head = element("header", "head", this.#headline, this.#progress, legend());
  readonly #cards = element("div", "cards");
  readonly #shown = new Map<string, ChartCard>();
  readonly #cursor = new Signal<number | undefined>(undefined);
  readonly #hovered = new Signal<string | undefined>(undefined);
  readonly #leaveTheme: () => void;
  #remarks: readonly HTMLElement[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shownAt = 0;

  /** @param metrics the names of those that are shown, in their order. @default all losses, metrics and learning rates */
  constructor(place: HTMLElement, run: KeptRun, metrics: readonly string[] | undefined) {
    this.#place = place;
    this.#run = run;
    this.#metrics = metrics;
    // An element has one shadow root for ever: who shows another run there takes it over.
    this.#root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    const section = element("section", "", this.#head, this.#cards);
    section.setAttribute("aria-label", "Training curves");
    this.#root.replaceChildren(section);
    this.#leaveTheme = onTheme(() => this.change());
    this.#show();
  }

  /** Says that there is something new: it is shown soon. */
  change(): void {
    const wait = Math.max(0, this.#shownAt + SHOW_MS - performance.now());
    this.#timer ??= setTimeout(() => this.#show(), wait);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#leaveTheme();
    for (const card of this.#shown.values()) card.destroy();
    this.#root.replaceChildren();
  }

  #show(): void {
    this.#timer = undefined;
    this.#shownAt = performance.now();
    const { progress, headline, remarks } = this.#run.words();
    this.#progress.textContent = progress;
    this.#headline.textContent = headline;
    for (const remark of this.#remarks) remark.remove();
    this.#remarks = remarks.map((remark) => element("p", "remark", remark));
    this.#headline.after(...this.#remarks);
    const theme = themeOf(this.#place);
    const series = this.#run.summaries();
    const primary = primaryMetric([{ series, conclusions: {} }]);
    const marks = runMarks({
      events: this.#run.events.map(({ event }) => soundEvent(event)),
      segments: [{ segment: 0 }],
    });
    for (const card of this.#chosen(allCards(metricCards(series, primary)))) {
      const columns = seriesOf(card, (key) => this.#run.get(key)?.columns());
      const run: ChartRun = {
        ...{ id: "run", label: "the run", color, per: card.per },
        ...columns,
      };
      const best = bestPoint([{ id: "run", series }], card, "epoch");
      const picture = pictureOf({ runs: [run], best, marks: card.per === "epoch" ? marks : [] });
      this.#cardOf(card).show({ card, runs: [run], picture, theme });
    }
  }

  #chosen(cards: readonly MetricCard[]): readonly MetricCard[] {
    const curves = cards.filter(({ kind }) => kind !== "system");
    if (this.#metrics === undefined) return curves;
    return this.#metrics.flatMap((name) =>
      curves.filter(({ metric, train, validation }) => [metric, train, validation].includes(name)),
    );
  }

  #cardOf({ id, title }: MetricCard): ChartCard {
    const known = this.#shown.get(id);
    if (known !== undefined) return known;
    const card = new ChartCard(title, this.#cursor, this.#hovered);
    this.#shown.set(id, card);
    this.#cards.append(card.root);
    return card;
  }
}

/** How the two splits are drawn. */
function legend(): HTMLElement {
  const named = (split: "validation" | "training") => element("span", "", splitLine(split), split);
  return element("p", "legend", named("validation"), named("training"));
}
