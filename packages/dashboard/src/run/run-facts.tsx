import type { RunView } from "../data/run-json.ts";
import { formatDuration } from "../format/format-duration.ts";
import { LocalTime } from "../ui/local-time.tsx";

/** When, where and for how long a run was trained. */
export function RunFacts({ run }: { run: RunView }) {
  const facts = [
    ["Run", <code key="id">{run.id}</code>],
    ["Started", <LocalTime key="at" at={run.startedAt} />],
    [run.endedAt === undefined ? "So far" : "Took", formatDuration(run.durationMs)],
    ["Host", run.host],
    ...(run.tags.length > 0 ? [["Tags", run.tags.join(", ")]] : []),
  ] as const;
  return (
    <>
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={String(name)} className="flex min-w-0 gap-1.5">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {run.notes && <p className="mt-2 max-w-prose whitespace-pre-wrap break-words">{run.notes}</p>}
    </>
  );
}
