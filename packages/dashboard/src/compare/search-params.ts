import {
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsFloat,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { groupSpreads } from "../wire/asked-parts.ts";

/** A stretch of the horizontal axis. */
export interface Zoom {
  readonly from: number;
  readonly to: number;
}

/** `3..12`; anything else is none. */
export function parseZoom(text: string): Zoom | null {
  const [, from = "", to = ""] = /^(.+?)\.\.(.+)$/.exec(text) ?? [];
  const zoom = { from: Number(from || Number.NaN), to: Number(to || Number.NaN) };
  return zoom.from < zoom.to && Number.isFinite(zoom.to - zoom.from) ? zoom : null;
}

const parseAsZoom = createParser({
  parse: parseZoom,
  serialize: ({ from, to }: Zoom) => `${from}..${to}`,
  eq: (a, b) => a.from === b.from && a.to === b.to,
});

const texts = parseAsArrayOf(parseAsString).withDefault([]);

/** The whole state of the compare page; what is not in the URL is at its default. */
export const compareParams = {
  /** Which runs, in the query language. */
  where: parseAsString.withDefault(""),
  /** Runs that are kept elsewhere, instead of those that lists show. */
  in: parseAsStringLiteral(["archive", "trash"]),
  /** Params by which runs are folded into groups, or `config`; `tags` alone or besides. */
  group: texts,
  /** How far the band of a group reaches. */
  spread: parseAsStringLiteral(groupSpreads).withDefault("sd"),
  /** What the table is sorted by, the most important first: `best:val_auc`, `param:units desc`. */
  sort: texts,
  /** The key of the series that runs are judged by. */
  metric: parseAsString,
  /** Which way it is better, where nobody recorded it. */
  better: parseAsStringLiteral(["max", "min"]),
  /** Runs whose curves are not drawn; `*` stands for all. */
  hide: texts,
  /** The only runs whose curves are drawn; stronger than `hide`. */
  only: texts,
  /** Runs that are selected: to be compared, tagged or deleted. */
  select: texts,
  /** Ids of the groups that are selected: to be compared. */
  groups: texts,
  /** The run that others are measured against. */
  base: parseAsString,
  /** A param, a tag or a group that gives the lines their colours, instead of the runs themselves. */
  color: parseAsString,
  x: parseAsStringLiteral(["epoch", "step", "relative", "wall"]).withDefault("epoch"),
  zoom: parseAsZoom,
  /** Fitted to what is drawn, from zero on, or logarithmic. */
  y: parseAsStringLiteral(["linear", "zero", "log"]).withDefault("linear"),
  /** How strongly curves are smoothed, from 0 to below 1. */
  smooth: parseAsFloat.withDefault(0),
  /** Which curves of a metric are drawn. */
  split: parseAsStringLiteral(["both", "validation", "train"]).withDefault("both"),
  /** The card that fills the screen. */
  card: parseAsString,
};

/** A state as an address has it behind its path: with `?`, or empty. */
export const serializeComparison = createSerializer(compareParams);

export type CompareState = inferParserType<typeof compareParams>;
