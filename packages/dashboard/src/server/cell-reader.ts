import "server-only";
import { cardOf, type SeriesSummary } from "@epochal/conclusions";
import { flattenConfig, type Param, type RunEvent } from "@epochal/record";
import type { ListedRuns, Store } from "@epochal/store";
import { leafText } from "../params/leaf-text.ts";
import type { Cell } from "../wire/answers.ts";

type Listed = ListedRuns["runs"][number];

/** The events that weigh most, and that no cell is of. */
const heavy: readonly RunEvent["type"][] = ["histogram", "graph", "early_stopping"];
const ofSeries = new Set(["best", "last", "kept", "min", "max"]);

interface Column {
  readonly kind: string;
  readonly name: string;
}

/** Reads the cells of columns: `best:val_auc`, `param:units`, `tag:base`, `fact:host`, `card:code.commit`. */
export class CellReader {
  readonly #open: Store;
  readonly #columns: readonly Column[];

  /** @throws RangeError for a column of another kind */
  constructor(open: Store, columns: readonly string[]) {
    this.#open = open;
    this.#columns = columns.map((column) => {
      const [, kind = "", name = ""] = /^([a-z]+):(.+)$/s.exec(column) ?? [];
      if (ofSeries.has(kind) || ["param", "tag", "card"].includes(kind)) return { kind, name };
      if (kind === "fact" && name in facts) return { kind, name };
      throw new RangeError(
        `columns: expected best:, last:, kept:, min: or max: with a metric, param:, tag:, card:, or fact: with one of ${Object.keys(facts).join(", ")}. Received: ${JSON.stringify(column)}`,
      );
    });
  }

  /** The keys of the series that they are of, and of this one. */
  series(metric: string | undefined): string[] {
    const keys = this.#columns.filter(({ kind }) => ofSeries.has(kind)).map(({ name }) => name);
    return [...new Set([...keys, ...(metric === undefined ? [] : [metric])])];
  }

  /** In the order of the columns; null where the run has none. */
  async of(run: Listed): Promise<(Cell | null)[]> {
    const params = leavesOf(run.config);
    const card = this.#columns.some(({ kind }) => kind === "card")
      ? await this.#cardOf(run.id)
      : new Map<string, Param>();
    return this.#columns.map(({ kind, name }) => {
      switch (kind) {
        case "param":
          return leafCell(params.get(paramOf(name, params)));
        case "card":
          return leafCell(card.get(name));
        case "tag":
          return run.tags.includes(name) ? { text: name } : null;
        case "fact":
          return facts[name]?.(run) ?? null;
        default:
          return valueCell(
            run.series.find(({ key }) => key === name),
            kind,
          );
      }
    });
  }

  async #cardOf(id: string): Promise<Map<string, Param>> {
    const { events } = await this.#open.getRun(id, { withoutEvents: heavy });
    const card = cardOf(events.map(({ event }) => event) as RunEvent[]);
    return leavesOf(card as Readonly<Record<string, unknown>>);
  }
}

const facts: Readonly<Record<string, (run: Listed) => Cell | null>> = {
  host: ({ host }) => ({ text: host }),
  group: ({ group }) => (group === undefined ? null : { text: group }),
  started: ({ startedAt }) => ({ text: startedAt.toISOString(), number: startedAt.getTime() }),
  duration: ({ durationMs }) => ({ text: String(durationMs), number: durationMs }),
  resumed: ({ resumed }) => ({ text: String(resumed), number: resumed }),
  id: ({ id }) => ({ text: id }),
};

/** Where a param is: by its whole path, else by the only one that ends in it. */
function paramOf(name: string, params: ReadonlyMap<string, Param>): string {
  if (params.has(name)) return name;
  const [path = name, ...others] = [...params.keys()].filter((each) => each.endsWith(`.${name}`));
  return others.length === 0 ? path : name;
}

const leavesOf = (config: Readonly<Record<string, unknown>>) =>
  new Map(flattenConfig(config).map((leaf) => [leaf.path, leaf]));

function leafCell(leaf: Param | undefined): Cell | null {
  if (leaf === undefined) return null;
  return {
    text: leafText(leaf),
    ...(leaf.type === "number" && { number: Number(leaf.value) }),
  };
}

function valueCell(series: SeriesSummary | undefined, kind: string): Cell | null {
  const found = series?.[kind as "best" | "last" | "kept" | "min" | "max"];
  if (found === undefined) return null;
  return typeof found === "number" ? { value: found } : found;
}
