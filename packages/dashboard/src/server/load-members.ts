import "server-only";
import type { InferOutput } from "valibot";
import type { MembersAnswer } from "../wire/groups-answer.ts";
import type { membersQuestion } from "../wire/questions.ts";
import { filterOf, storedNames } from "./filter-of.ts";
import { groupId } from "./group-names.ts";
import { groupedBy } from "./grouped-by.ts";
import { untilThen } from "./started-until.ts";
import { store } from "./store.ts";

/** A table of runs under open groups has at most so many. */
const MOST_LISTED = 1000;

/** The runs of one group; none where there is no such group any more. @throws QueryError, TypeError or RangeError */
export async function loadMembers(
  question: InferOutput<typeof membersQuestion>,
): Promise<MembersAnswer> {
  const open = await store();
  const filter = await filterOf(open, question);
  const { by, metric, group, until } = question;
  const stored = await storedNames(open, filter.project, [metric, ...by]);
  const { groups } = await open.summarizeGroups({
    ...untilThen(filter, until),
    ...{ key: stored(metric), ...groupedBy(by, stored) },
  });
  const found = groups.find((one) => groupId(one) === group);
  return { runs: found?.runs.slice(0, MOST_LISTED) ?? [] };
}
