"use client";
import {
  counted,
  formatDifference,
  formatMoment,
  paramText,
  type SeriesComparison,
} from "@epochal/conclusions";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useId } from "react";
import { CodeLines } from "../diff/code-panel.tsx";
import { toneOf } from "../diff/tone-of.ts";
import { Panel } from "../ui/panel.tsx";
import type { RunContext } from "../wire/run-context.ts";
import { runAddress } from "./run-address.ts";

interface ChangedPanelProps {
  readonly id: string;
  readonly context: RunContext;
  /** The query of the page of the list that one came from. */
  readonly from: string | undefined;
}

/** What a run has otherwise than the one before it, or than one that is chosen. */
export function ChangedPanel({ id, context: { changed, offers }, from }: ChangedPanelProps) {
  if (offers.length === 0) return null;
  if (changed === undefined) {
    return (
      <Panel title="What changed" note="this is the first run of its project">
        <Chooser id={id} offers={offers} chosen="" from={from} />
      </Panel>
    );
  }
  const { diff, script } = changed;
  const { params, code } = diff;
  const because = script === undefined ? "" : `of ${script}`;
  return (
    <Panel title="What changed" note={because}>
      <Chooser id={id} offers={offers} chosen={diff.a.id} from={from} />
      <p className="mt-2 font-medium">{diff.headline}</p>
      {diff.warnings.map((warning) => (
        <p key={warning} className="mt-1 text-warn">
          {warning}
        </p>
      ))}
      <ul aria-label="Changes" className="mt-2 flex flex-wrap gap-1.5 empty:hidden">
        {params.differing.map(({ path, a, b }) => (
          <Chip key={path}>
            {path} {paramText(a)} → <b className="font-semibold">{paramText(b)}</b>
          </Chip>
        ))}
        {params.onlyInB.map(({ path, value }) => (
          <Chip key={path}>
            + {path} <b className="font-semibold">{paramText(value)}</b>
          </Chip>
        ))}
        {params.onlyInA.map(({ path, value }) => (
          <Chip key={path}>
            − {path} {paramText(value)}
          </Chip>
        ))}
      </ul>
      <ul aria-label="Values" className="mt-1.5 flex flex-wrap gap-1.5 empty:hidden">
        {told(diff.series, diff.judged).map(({ key, best, last }) => {
          const { difference = 0, better } = best ?? last;
          return (
            <Chip key={key}>
              {key}{" "}
              <b className={`font-semibold ${toneOf(better)}`}>{formatDifference(difference)}</b>
            </Chip>
          );
        })}
      </ul>
      {code.lines > 0 && (
        <details className="mt-2">
          <summary className="text-muted">{counted(code.lines, "line")} of code</summary>
          <CodeLines code={code} />
        </details>
      )}
      <p className="mt-2">
        <Link href={`/diff/${diff.a.id}...${id}`} className="text-accent hover:underline">
          Compare in full
        </Link>
      </p>
    </Panel>
  );
}

const MOST_VALUES = 8;

/** What changed most to the point: what they are judged by, then the other values of an epoch. */
function told(
  series: readonly SeriesComparison[],
  judged: string | undefined,
): readonly SeriesComparison[] {
  return series
    .filter(({ best, last }) => (best ?? last).difference !== undefined)
    .filter(({ kind, per }) => per === "epoch" && (kind === "metric" || kind === "loss"))
    .toSorted((one, two) => Number(two.key === judged) - Number(one.key === judged))
    .slice(0, MOST_VALUES);
}

function Chip({ children }: { readonly children: ReactNode }) {
  return (
    <li className="max-w-full break-words rounded-full border border-line px-2.5 py-0.5">
      {children}
    </li>
  );
}

interface ChooserProps extends Pick<RunContext, "offers">, Pick<ChangedPanelProps, "id" | "from"> {
  readonly chosen: string;
}

function Chooser({ id, offers, chosen, from }: ChooserProps) {
  const router = useRouter();
  const field = useId();
  const isOther = chosen !== "" && !offers.some((run) => run.id === chosen);
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-2">
      <label htmlFor={field} className="text-muted">
        Since
      </label>
      <select
        id={field}
        value={chosen}
        onChange={({ target }) =>
          router.push(runAddress(id, { from, against: target.value }), { scroll: false })
        }
        className="h-7 min-w-0 max-w-full rounded-control border border-line bg-surface px-2"
      >
        {chosen === "" && <option value="">choose a run</option>}
        {isOther && <option value={chosen}>{chosen}</option>}
        {offers.map((run) => (
          <option key={run.id} value={run.id}>
            {run.name} · {formatMoment(run.startedAt, "utc")}
          </option>
        ))}
      </select>
    </p>
  );
}
