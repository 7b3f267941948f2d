import { OffersList } from "../diff/offers-list.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { runAddress } from "../wire/run-address.ts";
import type { OfferedRun } from "../wire/run-context.ts";

interface NoRunProps {
  /** What was asked for. */
  readonly wanted: string;
  /** Those whose ids begin with it. */
  readonly meant: readonly OfferedRun[];
  readonly newest: readonly OfferedRun[];
}

/** Why an address names no run, and which one may be meant. */
export function NoRun({ wanted, meant, newest }: NoRunProps) {
  const isAmbiguous = meant.length > 0;
  const offers = isAmbiguous ? meant : newest;
  return (
    <>
      <PageHeader crumbs={[{ name: "Run" }]} />
      <Notice title={isAmbiguous ? "Which of these runs?" : "There is no such run"}>
        <p className="[overflow-wrap:anywhere]">
          {isAmbiguous
            ? `Several ids begin with ${wanted}. Give more of the id.`
            : `No run’s id is ${wanted} or begins with it. It may have been removed for good, or be in another store.`}
        </p>
        {!isAmbiguous && (
          <p>
            To see another store, start the dashboard with{" "}
            <code>npx epochal --store path/to/runs.db</code>.
          </p>
        )}
        {offers.length > 0 && (
          <>
            {!isAmbiguous && <p>The newest runs of this one:</p>}
            <OffersList offers={offers} addressOf={({ id }) => runAddress(id)} />
          </>
        )}
      </Notice>
    </>
  );
}
