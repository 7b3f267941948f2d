"use client";
import { metricCards } from "@epochal/panel/charts";
import { parseAsString, useQueryState } from "nuqs";
import { useDiff } from "../live/use-diff.ts";
import { Button } from "../ui/button.tsx";
import { isolated } from "../ui/isolated.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { RunningChip } from "../ui/running-chip.tsx";
import { useNow } from "../ui/use-now.ts";
import type { DiffData } from "../wire/diff-data.ts";
import { DiffCardPanel } from "./card-panel.tsx";
import { CodePanel } from "./code-panel.tsx";
import { DiffCurves } from "./diff-curves.tsx";
import { DiffHead } from "./diff-head.tsx";
import { MetricsPanel } from "./metrics-panel.tsx";
import { ParamsPanel } from "./params-panel.tsx";
import { goTo, useDifferenceKeys } from "./use-difference-keys.ts";

/** Two runs: how they differ in words, in params, in values, along their curves, and in what their cards hold. */
export function DiffPage({ initial }: { readonly initial: DiffData }) {
  const data = useDiff(initial);
  const now = useNow();
  const [metric, setMetric] = useQueryState(
    "metric",
    parseAsString.withOptions({ history: "push" }),
  );
  useDifferenceKeys();
  const { a, b } = data;
  const shown = data.series.some(({ key }) => key === metric) ? metric : data.judged;
  const cards = metricCards([...a.series, ...b.series], undefined);
  const card = [...cards.epoch, ...cards.batch, ...cards.rates, ...cards.machine].find(
    ({ train, validation }) => shown !== undefined && (train === shown || validation === shown),
  );
  const running = [a, b].filter(({ status }) => status.state === "running").length;
  const project = { name: a.project, href: `/projects/${encodeURIComponent(a.project)}` };
  return (
    <>
      <PageHeader crumbs={[project, { name: `${isolated(a.name)} against ${isolated(b.name)}` }]}>
        <RunningChip running={running} />
      </PageHeader>
      <main id="content" className="mx-auto grid max-w-[1280px] grid-cols-1 gap-3 break-words p-4">
        <DiffHead data={data} now={now} />
        <nav aria-label="Differences" className="flex flex-wrap items-center gap-2 text-muted">
          <Step by={-1} name="Previous difference" hint="p" />
          <Step by={1} name="Next difference" hint="n" />
          <PageLink
            href={`/diff/${b.id}...${a.id}`}
            className="ml-auto text-accent hover:underline"
          >
            Swap A and B
          </PageLink>
        </nav>
        <ParamsPanel params={data.params} />
        <MetricsPanel
          data={data}
          shown={shown ?? undefined}
          onShow={(key) => void setMetric(key)}
        />
        {card ? (
          <section aria-label="Curves" className="grid grid-cols-1 gap-3">
            <h2 className="sr-only">Curves</h2>
            <DiffCurves key={card.id} a={a} b={b} card={card} />
          </section>
        ) : (
          <p role="status" className="px-1 text-muted">
            {running > 0
              ? "Waiting for values that both have…"
              : "They have no series in common: there are no curves to compare."}
          </p>
        )}
        <CodePanel code={data.code} {...(data.commits && { commits: data.commits })} />
        <DiffCardPanel card={data.card} />
      </main>
    </>
  );
}

interface StepProps {
  readonly by: 1 | -1;
  readonly name: string;
  readonly hint: string;
}

function Step({ by, name, hint }: StepProps) {
  return (
    <Button onClick={() => goTo(by)}>
      {name} <kbd className="text-faint">{hint}</kbd>
    </Button>
  );
}
