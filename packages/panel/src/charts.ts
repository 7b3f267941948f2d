/** What a chart is made of, for those who draw their own: lines, axes, drawing, words. */

export { fitAxis } from "./axes/fit-axis.ts";
export { placeNumber, placeText } from "./axes/place-text.ts";
export { rangeText } from "./axes/range-text.ts";
export { type BestOfRun, bestPoint } from "./cards/best-point.ts";
export {
  allCards,
  type CardSections,
  judgedKeys,
  keysOf,
  type MetricCard,
  metricCards,
  seriesOf,
  splitsOf,
} from "./cards/metric-cards.ts";
export { runMarks } from "./cards/run-marks.ts";
export { type CanvasTokens, canvasTokens } from "./drawing/canvas-tokens.ts";
export { chartOptions } from "./drawing/chart-configuration.ts";
export type { BestPoint, ChartPicture } from "./drawing/chart-picture.ts";
export { drawHighlight } from "./drawing/draw-highlight.ts";
export { type DrawnChart, LineChart } from "./drawing/line-chart.ts";
export { marksNear } from "./drawing/marks-near.ts";
export { type MarksInput, marksPlugin } from "./drawing/marks-plugin.ts";
export { nearestRun } from "./drawing/nearest-run.ts";
export { LABELS_HEIGHT, LANE_HEIGHT, PLOT_LEFT, PLOT_RIGHT } from "./drawing/plot-frame.ts";
export { samePicture } from "./drawing/same-picture.ts";
export { Signal } from "./drawing/signal.ts";
export { onTheme, shownTheme, type Theme } from "./drawing/theme.ts";
export { axisOf } from "./lines/axis-of.ts";
export { belowLog } from "./lines/below-log.ts";
export { type ChartLine, chartLines, showsSplit } from "./lines/chart-line.ts";
export { type ChartMark, markWords } from "./lines/chart-mark.ts";
export type { ChartRun, Splits, XAxis, YScale } from "./lines/chart-run.ts";
export type { ChartSeries } from "./lines/chart-series.ts";
export { cursorPlaces } from "./lines/cursor-places.ts";
export { differenceLine } from "./lines/difference-line.ts";
export { epochPlace } from "./lines/epoch-place.ts";
export { linePlaces } from "./lines/line-places.ts";
export { mainSeries } from "./lines/main-series.ts";
export { placeNear } from "./lines/place-near.ts";
export type { RunColor } from "./lines/run-color.ts";
export { shownLines } from "./lines/shown-lines.ts";
export { nearestIndex, valueAt } from "./lines/value-at.ts";
export { panned, rangeOf, within, type XRange, zoomed } from "./lines/x-range.ts";
export { chartSummary } from "./words/chart-summary.ts";
export { chartWords } from "./words/chart-words.ts";
export {
  chosenRows,
  lastRows,
  type ReadoutRow,
  readoutRows,
  rowValue,
} from "./words/readout-rows.ts";
export { lastWords, readoutNote, spokenRows } from "./words/readout-words.ts";
