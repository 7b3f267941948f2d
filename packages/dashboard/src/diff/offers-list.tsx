import { LocalTime } from "../ui/local-time.tsx";
import { PageLink } from "../ui/page-link.tsx";
import type { OfferedRun } from "../wire/run-context.ts";

interface OffersListProps {
  readonly offers: readonly OfferedRun[];
  /** Where each leads. */
  readonly addressOf: (run: OfferedRun) => string;
}

/** Runs to choose from, where an address did not say which one. */
export function OffersList({ offers, addressOf }: OffersListProps) {
  return (
    <ul
      aria-label="Runs to choose from"
      className="divide-y divide-line rounded-card border border-line bg-surface shadow-card"
    >
      {offers.map((run) => (
        <li key={run.id} className="min-w-0 px-4 py-1.5 [overflow-wrap:anywhere]">
          <PageLink href={addressOf(run)} className="text-accent hover:underline">
            <bdi>{run.name}</bdi>
          </PageLink>
          <span className="block text-small">
            <bdi>{run.project}</bdi> · <LocalTime at={run.startedAt} /> · <code>{run.id}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
