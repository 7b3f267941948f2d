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
  lastOutput,
  laterCardsOf,
  mostToldFits,
  shownPlace,
  stretchesOfFits,
  type WhatIfPatience,
  whatIfWords,
} from "@epochal/conclusions";
import { printable } from "@epochal/record";
import type { RunConclusions, RunDetails, SeriesValue } from "@epochal/store";
import { statusText } from "../runs-table/status-text.ts";
import { widthOf } from "../table/cut.ts";
import { type Column, layOutTable } from "../table/lay-out-table.ts";
import { wrap } from "../table/wrap.ts";
import { cardLines } from "./card-lines.ts";

export interface RunReportArgs {
  readonly run: RunDetails;
  readonly conclusions: RunConclusions;
  readonly whatIf?: WhatIfPatience | undefined;
  readonly now: Date;
  /** Columns of the terminal; without it no line is broken. */
  readonly width?: number | undefined;
}

/** Everything worth reading about a run, for a terminal. */
export function runReport(args: RunReportArgs): string {
  const { run, width } = args;
  const events = run.events.map(({ event }) => event);
  const inner = width === undefined ? undefined : width - indent.length;
  const card = [
    ...cardLines(cardOf(events), inner),
    ...laterCardsOf(events).flatMap((later) => laterLines(later, inner)),
  ];
  const sections = [
    head(args).map((line) => wrap(line, width)),
    conclusionLines(args).map((line) => wrap(line, width)),
    ...failures(run),
    ...outputs(run),
    metricLines(args.conclusions, width),
    section("Events", eventLines(run, inner)),
    section("Card", card),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function head({ run, conclusions, now }: RunReportArgs): string[] {
  const ago = (at: Date) => formatAge(at.getTime(), now.getTime());
  const since =
    run.endedAt === undefined ? `last heard from ${ago(run.status.lastSeenAt)}` : ago(run.endedAt);
  // A page knows no name of its machine.
  const place = run.host === "" ? "" : ` on ${printable(run.host)}`;
  const took = `${formatDuration(run.durationMs)} of training${place}`;
  const segments = run.resumed === 0 ? "" : `, in ${counted(run.resumed + 1, "segment")}`;
  return [
    `${printable(run.name)} · ${printable(run.project)} · ${run.id}`,
    `${printable(statusText({ ...run, conclusions }))} (${since})`,
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

const place = (taken: SeriesValue) => `${formatValue(taken.value)} @ ${shownPlace(taken)}`;

const metricColumns: readonly Column<RunConclusions["regrets"][number]>[] = [
  { head: "METRIC", cell: ({ key }) => printable(key), shrinksTo: 8, cut: "middle" },
  { head: "BEST", cell: ({ best }) => place(best) },
  { head: "KEPT", cell: ({ kept }) => place(kept) },
  { head: "LAST", cell: ({ last }) => formatValue(last.value), align: "point", isOptional: true },
  { head: "REGRET", cell: ({ regret }) => formatValue(regret), align: "point", isOptional: true },
];

function metricLines({ regrets }: RunConclusions, width: number | undefined): string[] {
  if (regrets.length === 0) return [];
  return [layOutTable({ columns: metricColumns, rows: regrets, width }).trimEnd()];
}

const quiet = new Set(["early_stopping", "histogram", "graph", "card", "output"]);

/** What has changed in a fit after the first one. */
function laterLines({ fit, card }: LaterCard, width: number | undefined): string[] {
  const inner = width === undefined ? undefined : width - indent.length;
  return [`in fit ${fit + 1}`, ...indented(cardLines(card, inner))];
}

function eventLines({ events, startedAt }: RunDetails, width: number | undefined): string[] {
  // Nobody needs to hear that a run began.
  const isOneFit = stretchesOfFits(events.map(({ event }) => event)).length === 1;
  const fits = events.filter(({ event }) => event.type === "fit").length;
  const isToldOfFits = !isOneFit && fits <= mostToldFits;
  const told = events.filter(
    ({ event }) => !quiet.has(event.type) && (isToldOfFits || event.type !== "fit"),
  );
  const places = layOutTable({
    columns: [
      {
        head: "",
        cell: ({ at }) => `+${formatDuration(Math.max(0, at.getTime() - startedAt.getTime()))}`,
        align: "right",
      },
      {
        head: "",
        cell: ({ event }) =>
          "epoch" in event && event.epoch !== undefined ? epochWords(event.epoch) : "",
      },
    ],
    rows: told,
  }).split("\n");
  const widest = Math.max(0, ...places.map(widthOf));
  const many = fits > mostToldFits ? [`${counted(fits, "fit")}, not told of one by one`] : [];
  const lines = told.map(({ event }, line) => {
    const before = places[line] ?? "";
    const blanks = " ".repeat(widest - widthOf(before) + 2);
    return wrap(printable(eventWords(event)), width, before + blanks);
  });
  return [...many, ...lines];
}

/** Where it failed: the whole stack of each of its segments that has one. */
function failures({ segments, resumed }: RunDetails): string[][] {
  return segments.flatMap(({ segment, stack }) => {
    if (stack === undefined) return [];
    const lines = stack.split("\n").map((line) => printable(line).trimEnd());
    return [section(resumed === 0 ? "Stack" : `Stack of segment ${segment + 1}`, lines)];
  });
}

/** What the program had printed last when the run ended: of a resumed run the last time. */
function outputs({ events }: RunDetails): string[][] {
  const output = lastOutput(events.map(({ event }) => event));
  if (output === undefined) return [];
  const { lines, omitted = 0 } = output;
  const title = omitted === 0 ? "Output" : `Output, its last ${counted(lines.length, "line")}`;
  return [
    section(
      title,
      lines.map((line) => printable(line).trimEnd()),
    ),
  ];
}

const indent = "  ";

const indented = (lines: readonly string[]): string[] =>
  lines.map((line) => indent + line.replaceAll("\n", `\n${indent}`));

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...indented(lines)];
}
