/** A run's curves, live in the page that trains it. */

export { type PanelRun, type ShowRunOptions, showRun } from "./show-run.ts";
