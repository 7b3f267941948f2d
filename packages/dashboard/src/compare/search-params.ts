import {
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

/** A column to sort by, `-` before it for the largest first: `-best`. */
export interface SortChoice {
  readonly id: string;
  readonly desc: boolean;
}

export function parseSort(text: string): SortChoice | null {
  const desc = text.startsWith("-");
  const id = desc ? text.slice(1) : text;
  return id === "" ? null : { id, desc };
}

export const serializeSort = ({ id, desc }: SortChoice): string => (desc ? `-${id}` : id);

const parseAsSort = createParser({
  parse: parseSort,
  serialize: serializeSort,
  eq: (a, b) => a.id === b.id && a.desc === b.desc,
});

/** The whole state of the compare page; what is not in the URL is at its default. */
export const compareParams = {
  /** Runs whose curves are not drawn. */
  hide: parseAsArrayOf(parseAsString).withDefault([]),
  /** The only runs whose curves are drawn; stronger than `hide`. */
  only: parseAsArrayOf(parseAsString).withDefault([]),
  sort: parseAsSort,
  q: parseAsString.withDefault(""),
  /** The key of the series the runs are judged by. */
  metric: parseAsString,
  x: parseAsStringLiteral(["epoch", "step"]).withDefault("epoch"),
  scale: parseAsStringLiteral(["linear", "log"]).withDefault("linear"),
};

export type CompareState = inferParserType<typeof compareParams>;
