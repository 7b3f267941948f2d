import { isolated } from "../ui/isolated.ts";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PageLink } from "../ui/page-link.tsx";
import type { ReadPair } from "../wire/read-pair.ts";
import type { OfferedRun } from "../wire/run-context.ts";
import { OffersList } from "./offers-list.tsx";

type Unread = Exclude<ReadPair, { readonly kind: "pair" }>;

const titles: Readonly<Record<Unread["kind"], string>> = {
  malformed: "Which two runs?",
  missing: "There is no such run",
  ambiguous: "Which of these runs?",
  same: "This is one run twice",
};

/** Why an address names no two runs, and which ones may be meant. */
export function NoPair({ read }: { readonly read: Unread }) {
  const { kind, known, offers } = read;
  return (
    <>
      <PageHeader crumbs={[{ name: "Two runs" }]} />
      <Notice title={titles[kind]}>
        <p className="[overflow-wrap:anywhere]">{wordsOf(read)}</p>
        {offers.length > 0 && (
          <>
            <p className="[overflow-wrap:anywhere]">
              {known ? `Compare ${isolated(known.name)} with:` : "These are there:"}
            </p>
            <OffersList offers={offers} addressOf={(run) => addressOf(run, read)} />
          </>
        )}
        {known && (
          <p className="[overflow-wrap:anywhere]">
            Or see{" "}
            <PageLink
              href={`/runs/${encodeURIComponent(known.id)}`}
              className="text-accent underline"
            >
              <bdi>{known.name}</bdi>
            </PageLink>{" "}
            alone.
          </p>
        )}
      </Notice>
    </>
  );
}

function wordsOf({ kind, wanted, known }: Unread): string {
  switch (kind) {
    case "malformed":
      return "The address of a comparison is /diff/A...B, with the ids of two runs, or the beginnings of their ids.";
    case "missing":
      return wanted === ""
        ? "The address names one run only."
        : `No run's id is ${wanted} or begins with it. It may have been removed for good.`;
    case "ambiguous":
      return `Several ids begin with ${wanted}. Give more of the id.`;
    case "same":
      return `Both sides are ${isolated(known?.name ?? wanted)}, and a run does not differ from itself.`;
  }
}

function addressOf(run: OfferedRun, { known, side }: Unread): string {
  if (known === undefined) return `/runs/${encodeURIComponent(run.id)}`;
  const [a, b] = side === "b" ? [run.id, known.id] : [known.id, run.id];
  return `/diff/${a}...${b}`;
}
