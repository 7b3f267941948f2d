import { isOptionsObject, type RunWriter, refuseUnknown } from "@epochal/record";
import { ShownRun } from "./run/shown-run.ts";
import { PanelView } from "./view/panel-view.ts";

export interface ShowRunOptions {
  /**
   * The metrics that are shown, in their order: `["loss", "auc"]`. `auc` and `val_auc` are one chart.
   *
   * @default every loss, metric and learning rate
   */
  readonly metrics?: readonly string[] | null;
}

/** A run that is shown in a page: for the callbacks, which log into it. */
export interface PanelRun extends RunWriter {
  /** Shows it no more. What is logged goes on to the other run, where there is one. */
  remove(): void;
}

/**
 * Draws a run's curves in an element of the page, live while it trains: training and validation of each metric in one chart, the best
 * epoch, what stopped it, values that are not finite, and in a sentence what they say. It needs no server.
 *
 * What is kept is a copy of the points: 4,096 places a series, of longer ones the means of neighbours with their extremes. Charts are drawn
 * at most four times a second, and only those that can be seen. The style is the panel's own, in a shadow root; it follows
 * the theme of the page, which `data-theme` on `<html>` may set.
 *
 * @param element where the run is shown. What is in it is not shown any more
 * @param run where everything that is logged goes on to, such as a run that is sent to a dashboard. @default nowhere: it ends with the page
 * @param options `metrics`: those that are shown
 * @returns the run to give to callbacks: `new History({ run: showRun(element) })`
 * @throws TypeError where `element` is none, or an option is unknown
 * @example
 * const run = showRun(document.querySelector("#curves"));
 * await model.fit(x, y, { epochs: 20, validationData, callbacks: [new History({ run })] });
 */
export function showRun(
  element: HTMLElement | null,
  run?: RunWriter | null,
  options: ShowRunOptions = {},
): PanelRun {
  if (!(element instanceof HTMLElement)) {
    throw new TypeError(
      `showRun: the element must be one of the page, received ${kindOf(element)}.`,
    );
  }
  const metrics = readMetrics(options);
  const shown = new ShownRun(run ?? undefined);
  const view = new PanelView(element, shown.kept, metrics);
  const leave = shown.subscribe(() => view.change());
  return Object.assign(shown, {
    remove: () => {
      leave();
      view.destroy();
    },
  });
}

const known = ["metrics"];

function readMetrics(options: unknown): readonly string[] | undefined {
  if (options === undefined || options === null) return undefined;
  if (!isOptionsObject(options, known)) {
    throw new TypeError(`showRun: options must be an object, received ${kindOf(options)}.`);
  }
  refuseUnknown("showRun", Object.keys(options), known);
  const metrics = (options as ShowRunOptions).metrics ?? undefined;
  if (metrics === undefined) return undefined;
  if (!Array.isArray(metrics) || metrics.some((name) => typeof name !== "string")) {
    throw new TypeError('showRun: metrics must be a list of names, such as ["loss", "auc"].');
  }
  return metrics;
}

const kindOf = (value: unknown) => (value === null ? "null" : typeof value);
