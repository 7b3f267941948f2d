"use client";
import {
  counted,
  formatDifference,
  formatMoment,
  paramText,
  type SeriesComparison,
} from "@epochal/conclusions";
import { parseAsString, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { CodeLines } from "../diff/code-panel.tsx";
import { toneOf } from "../diff/tone-of.ts";
import { useDiff } from "../live/use-diff.ts";
import { Choice } from "../ui/choice.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Panel } from "../ui/panel.tsx";
import type { DiffData } from "../wire/diff-data.ts";
import type { RunContext } from "../wire/run-context.ts";

interface ChangedPanelProps {
  readonly context: RunContext;
}

/** What a run has otherwise than the one before it, or than one that is chosen. */
export function ChangedPanel({ context: { changed, offers } }: ChangedPanelProps) {
  if (offers.length === 0) return null;
  if (changed === undefined) {
    return (
      <Panel title="What changed" note="this is the first run of its project">
        <Chooser offers={offers} chosen="" />
      </Panel>
    );
  }
  const { diff, script } = changed;
  return (
    <Panel title="What changed" note={script === undefined ? "" : `of ${script}`}>
      <Chooser offers={offers} chosen={diff.a.id} />
      <Changes key={diff.a.id} initial={diff} />
    </Panel>
  );
}

/** Kept up to date while one of the two runs goes on. */
function Changes({ initial }: { readonly initial: DiffData }) {
  const diff = useDiff(initial, "b");
  const { params, code } = diff;
  return (
    <>
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
        <PageLink
          href={`/diff/${diff.a.id}...${diff.b.id}`}
          className="text-accent hover:underline"
        >
          Compare in full
        </PageLink>
      </p>
    </>
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

interface ChooserProps extends Pick<RunContext, "offers"> {
  readonly chosen: string;
}

/** The server says what changed, so that it must hear of the choice. */
const against = parseAsString.withOptions({ history: "push", shallow: false, scroll: false });

function Chooser({ offers, chosen }: ChooserProps) {
  const [, setAgainst] = useQueryState("against", against);
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span className="text-muted">Since</span>
      <Choice
        label="Since"
        groups={[{ value: "Runs of the project, the newest first", items: offers.map(toOption) }]}
        value={chosen === "" ? undefined : chosen}
        onChoose={(id) => {
          setAgainst(id).catch(() => undefined);
        }}
        search="Search runs"
        empty="None of the runs nearby is called like that."
        placeholder="Choose a run"
      />
    </div>
  );
}

const toOption = ({ id, name, startedAt }: RunContext["offers"][number]) => ({
  ...{ value: id, label: name, note: formatMoment(startedAt, "utc") },
});
