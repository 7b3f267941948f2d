import { formatAge, formatDuration } from "@epochal/conclusions";
import { LocalTime } from "../ui/local-time.tsx";
import type { RunView } from "../wire/run-json.ts";

/** When, where and for how long a run was trained. */
export function RunFacts({
  run,
  now,
}: {
  readonly run: RunView;
  readonly now?: number | undefined;
}) {
  const isOpen = run.endedAt === undefined;
  const facts = [
    ["Run", <code key="id">{run.id}</code>],
    ["Started", <LocalTime key="at" at={run.startedAt} />],
    [isOpen ? "So far" : "Took", formatDuration(run.durationMs)],
    // A page does not know the name of its machine.
    ...(run.host === "" ? [] : [["Host", run.host] as const]),
    ...(run.resumed > 0 ? [["Segments", String(run.resumed + 1)] as const] : []),
    ...(isOpen && now !== undefined
      ? [["Last heard from", formatAge(run.status.lastSeenAt, now)] as const]
      : []),
  ] as const;
  return (
    <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5">
      {facts.map(([name, value]) => (
        <div key={String(name)} className="flex min-w-0 gap-1.5">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
