import type { Problems } from "../problems.ts";

/** Reports of a journal that a record of it was skipped, once for all of a kind. */
export function tellOfSkipped(problems: Problems): (journal: string, reason: string) => void {
  return (name, reason) =>
    problems.report(
      `skipped ${name}`,
      `A record in the journal ${name} was skipped, because ${reason}. Further ones like it are not reported.`,
    );
}
