import { formatCount } from "@epochal/conclusions";
import { PageLink } from "../ui/page-link.tsx";
import { runAddress } from "../wire/run-address.ts";
import type { OfferedRun, RunContext } from "../wire/run-context.ts";

interface NeighboursProps extends Pick<RunContext, "neighbours"> {
  readonly from: string | undefined;
}

/** ‹ and › to the runs beside this one in the list that one came from. */
export function Neighbours({ neighbours, from }: NeighboursProps) {
  const { before, after, place, total } = neighbours;
  if (before === undefined && after === undefined) return null;
  return (
    <nav aria-label="Neighbours in the list" className="flex min-w-0 items-center gap-2 text-muted">
      <Step run={before} from={from} word="Previous run" sign="‹" />
      {place !== undefined && (
        <span className="flex-none text-small">
          {formatCount(place)} of {formatCount(total)}
        </span>
      )}
      <Step run={after} from={from} word="Next run" sign="›" />
    </nav>
  );
}

interface StepProps {
  readonly run: OfferedRun | undefined;
  readonly from: string | undefined;
  readonly word: string;
  readonly sign: "‹" | "›";
}

function Step({ run, from, word, sign }: StepProps) {
  if (run === undefined) return null;
  const isBefore = sign === "‹";
  return (
    <PageLink
      href={runAddress(run.id, from)}
      aria-label={`${word}: ${run.name}`}
      title={run.name}
      className="flex h-7 min-w-0 max-w-56 items-center gap-1.5 rounded-control border border-line bg-surface px-2.5 hover:border-line-strong hover:text-text"
    >
      {isBefore && <span aria-hidden="true">{sign}</span>}
      <bdi className="truncate">{run.name}</bdi>
      {!isBefore && <span aria-hidden="true">{sign}</span>}
    </PageLink>
  );
}
