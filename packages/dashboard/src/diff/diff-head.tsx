import { describeStatus, formatDuration, lightWords } from "@epochal/conclusions";
import type { RunColor } from "@epochal/panel/charts";
import { RunSwatch } from "../colors/run-swatch.tsx";
import { LocalTime } from "../ui/local-time.tsx";
import { PageLink } from "../ui/page-link.tsx";
import type { DiffData } from "../wire/diff-data.ts";
import type { RunView } from "../wire/run-json.ts";
import { pairColors } from "./pair-colors.ts";

/** Which two runs these are, and in words how they differ. */
export function DiffHead({
  data,
  now,
}: {
  readonly data: DiffData;
  readonly now?: number | undefined;
}) {
  const { a, b, headline, remarks, warnings } = data;
  const [colorOfA, colorOfB] = pairColors(a, b);
  return (
    <section
      aria-label="In words"
      className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card"
    >
      <h1 className="min-w-0 break-words font-semibold text-muted text-small">
        <bdi>{a.name}</bdi> against <bdi>{b.name}</bdi>
      </h1>
      <p className="mt-1 font-semibold text-title tracking-tight">{headline}</p>
      <Lights lights={data.lights} />
      {warnings.map((warning) => (
        <p key={warning} role="note" className="mt-1.5 text-warn">
          <span aria-hidden="true">⚠ </span>
          {warning}
        </p>
      ))}
      <div className="mt-3 grid gap-x-4 gap-y-2 border-line border-t pt-2.5 sm:grid-cols-2">
        <Side name="A" run={a} now={now} color={colorOfA} />
        <Side name="B" run={b} now={now} color={colorOfB} />
      </div>
      {remarks.length > 0 && (
        <details className="mt-2.5">
          <summary className="text-muted">More in words</summary>
          {remarks.map((remark) => (
            <p key={remark} className="mt-1 break-words text-muted">
              {remark}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

interface SideProps {
  readonly name: "A" | "B";
  readonly run: RunView;
  readonly now: number | undefined;
  readonly color: RunColor;
}

function Side({ name, run, now, color }: SideProps) {
  const status = describeStatus(run, now);
  return (
    <div className="flex min-w-0 items-stretch gap-2.5">
      <RunSwatch color={color} className="h-9 w-1 shrink-0 rounded-full" />
      <div className="min-w-0">
        <p className="truncate" title={run.name}>
          <b className="mr-1.5 font-semibold">{name}</b>
          <PageLink
            href={`/runs/${encodeURIComponent(run.id)}`}
            className="text-accent hover:underline"
          >
            <bdi>{run.name}</bdi>
          </PageLink>
        </p>
        <p className="break-words text-muted text-small">
          {status.text} · {formatDuration(run.durationMs)} · <LocalTime at={run.startedAt} /> ·{" "}
          {run.project}
          {run.deletedAt !== undefined && " · in the trash"}
        </p>
      </div>
    </div>
  );
}

const TONES = { same: "text-good", differs: "text-warn", unknown: "text-faint" } as const;
const SIGNS = { same: "●", differs: "◐", unknown: "○" } as const;

function Lights({ lights }: Pick<DiffData, "lights">) {
  return (
    <ul aria-label="What they share" className="mt-2 flex flex-wrap gap-1.5">
      {lights.map((light) => (
        <li
          key={light.what}
          title={light.paths.slice(0, 8).join(", ")}
          className="rounded-full border border-line px-2.5 py-0.5 text-muted"
        >
          <span aria-hidden="true" className={`mr-1.5 ${TONES[light.state]}`}>
            {SIGNS[light.state]}
          </span>
          {lightWords(light)}
        </li>
      ))}
    </ul>
  );
}
