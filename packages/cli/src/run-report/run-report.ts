import {
  cardOf,
  conclusionWords,
  counted,
  epochWords,
  eventWords,
  fewestEpochs,
  formatAge,
  formatDuration,
  formatMoment,
  formatValue,
  type LaterCard,
  laterCardsOf,
  shownPlace,
  stretchesOfFits,
  type WhatIfPatience,
  whatIfWords,
} from "@epochal/conclusions";
import { printable } from "@epochal/record";
import type { RunConclusions, RunDetails, SeriesValue } from "@epochal/store";
import { statusText } from "../runs-table/status-text.ts";
import { aligned } from "./aligned.ts";
import { cardLines } from "./card-lines.ts";

export interface RunReportArgs {
  readonly run: RunDetails;
  readonly conclusions: RunConclusions;
  readonly whatIf?: WhatIfPatience | undefined;
  readonly now: Date;
}

/** Everything worth reading about a run, for a terminal. */
export function runReport(args: RunReportArgs): string {
  const { run } = args;
  const events = run.events.map(({ event }) => event);
  const card = [...cardLines(cardOf(events)), ...laterCardsOf(events).flatMap(laterLines)];
  const sections = [
    head(args),
    conclusionLines(args),
    ...failures(run),
    metricLines(args.conclusions),
    section("Events", eventLines(run)),
    section("Card", card),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function head({ run, conclusions, now }: RunReportArgs): string[] {
  const heard = formatAge(run.status.lastSeenAt.getTime(), now.getTime());
  // A page knows no name of its machine.
  const place = run.host === "" ? "" : ` on ${printable(run.host)}`;
  const took = `${formatDuration(run.durationMs)} of training${place}`;
  const segments = run.resumed === 0 ? "" : `, in ${counted(run.resumed + 1, "segment")}`;
  return [
    `${printable(run.name)} · ${printable(run.project)} · ${run.id}`,
    `${printable(statusText({ ...run, conclusions }))} (last heard from ${heard})`,
    `${took}${segments}, started ${formatMoment(run.startedAt.getTime())}`,
  ];
}

function conclusionLines({ conclusions, whatIf }: RunReportArgs): string[] {
  const { verdict } = conclusions;
  return [
    verdict === undefined
      ? `Verdict: none, it takes ${counted(fewestEpochs, "epoch")} of one value on training and validation data`
      : `Verdict: ${verdict.words}. ${verdict.evidence}`,
    ...conclusionWords(conclusions),
    ...(whatIf === undefined
      ? []
      : [`With a patience of ${whatIf.patience} ${whatIfWords(whatIf)}`]),
  ];
}

function metricLines({ regrets }: RunConclusions): string[] {
  if (regrets.length === 0) return [];
  const place = (taken: SeriesValue) => [formatValue(taken.value), `@ ${shownPlace(taken)}`];
  const rows = regrets.map(({ key, best, kept, last, regret }) => [
    printable(key),
    ...place(best),
    ...place(kept),
    formatValue(last.value),
    formatValue(regret),
  ]);
  return aligned([["METRIC", "BEST", "", "KEPT", "", "LAST", "REGRET"], ...rows], [1, 3, 5, 6]);
}

const quiet = new Set(["early_stopping", "histogram", "graph", "card"]);

/** What has changed in a fit after the first one. */
function laterLines({ fit, card }: LaterCard): string[] {
  return [`in fit ${fit + 1}`, ...cardLines(card).map((line) => `  ${line}`)];
}

function eventLines({ events, startedAt }: RunDetails): string[] {
  // Nobody needs to hear that a run began.
  const isOneFit = stretchesOfFits(events.map(({ event }) => event)).length === 1;
  const told = events.filter(
    ({ event }) => !quiet.has(event.type) && !(isOneFit && event.type === "fit"),
  );
  const rows = told.map(({ at, event }) => [
    `+${formatDuration(Math.max(0, at.getTime() - startedAt.getTime()))}`,
    "epoch" in event && event.epoch !== undefined ? epochWords(event.epoch) : "",
    printable(eventWords(event)),
  ]);
  return aligned(rows, [0]);
}

/** Where it failed: the whole stack of each of its segments that has one. */
function failures({ segments, resumed }: RunDetails): string[][] {
  return segments.flatMap(({ segment, stack }) => {
    if (stack === undefined) return [];
    const lines = stack.split("\n").map((line) => printable(line).trimEnd());
    return [section(resumed === 0 ? "Stack" : `Stack of segment ${segment + 1}`, lines)];
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
