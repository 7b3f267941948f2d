import "server-only";
import type { InferOutput } from "valibot";
import type { BandsAnswer } from "../wire/bands-format.ts";
import type { bandsQuestion } from "../wire/questions.ts";
import { filterOf, storedNames } from "./filter-of.ts";
import { groupId } from "./group-names.ts";
import { groupedBy } from "./grouped-by.ts";
import { untilThen } from "./started-until.ts";
import { store } from "./store.ts";

/** The runs of each group at equal x. @throws TypeError or RangeError where the question makes no sense */
export async function loadBands(question: InferOutput<typeof bandsQuestion>): Promise<BandsAnswer> {
  const { key, by = [], x, center, spread, points, from, to, until } = question;
  const open = await store();
  const filter = await filterOf(open, question);
  const stored = await storedNames(open, filter.project, [key, ...by]);
  const { groups, width } = await open.bands({
    ...untilThen(filter, until),
    ...{ key: stored(key), ...groupedBy(by, stored) },
    ...(x && { x }),
    ...(center && { center }),
    ...(spread && { spread }),
    ...(points && { points }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  return {
    ...(width !== undefined && { width }),
    groups: groups.map(({ runs, ...group }) => ({
      ...{ ...group, id: groupId(group), count: runs.length },
    })),
  };
}
