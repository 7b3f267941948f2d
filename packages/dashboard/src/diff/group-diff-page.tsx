"use client";
import { counted, formatValue } from "@epochal/conclusions";
import { RunSwatch } from "../colors/run-swatch.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Panel } from "../ui/panel.tsx";
import type { GroupDiffData, GroupOfDiff } from "../wire/group-diff.ts";
import { GroupCurves } from "./group-curves.tsx";
import { sideColor } from "./side-color.ts";

/** Two groups of runs: whether their difference is more than chance, their bands, and the values of their runs. */
export function GroupDiffPage({ data }: { readonly data: GroupDiffData }) {
  const { project, title, both, a, b, key, words, warnings } = data;
  const crumb = { name: project, href: `/projects/${encodeURIComponent(project)}` };
  const isEmpty = a.total === 0 || b.total === 0;
  return (
    <>
      <PageHeader crumbs={[crumb, { name: title }]} />
      <main id="content" className="mx-auto grid max-w-[1280px] grid-cols-1 gap-3 break-words p-4">
        <section
          aria-label="In words"
          className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card"
        >
          <h1 className="min-w-0 break-words font-semibold text-title tracking-tight">{words}</h1>
          {key !== undefined && (
            <p className="mt-1 text-muted">
              Judged by {key}, each run at its best; ± is the 95 % interval of the difference, after
              Welch.
            </p>
          )}
          {both !== "" && (
            <p className="mt-1 text-muted">
              Only runs with <code className="break-words">{both}</code>.
            </p>
          )}
          {warnings.map((warning) => (
            <p key={warning} role="note" className="mt-1 text-warn">
              {warning}
            </p>
          ))}
        </section>
        {key !== undefined && !isEmpty && <GroupCurves data={data} metric={key} />}
        <div className="grid items-start gap-3 md:grid-cols-2">
          <Group name="A" group={a} />
          <Group name="B" group={b} />
        </div>
      </main>
    </>
  );
}

interface GroupProps {
  readonly name: "A" | "B";
  readonly group: GroupOfDiff;
}

function Group({ name, group: { name: called, total, runs } }: GroupProps) {
  const note = counted(total, "run");
  return (
    <Panel
      title={`${name}: ${called}`}
      note={runs.length < total ? `the best ${runs.length} of ${note}` : note}
    >
      {total === 0 && <p className="text-muted">No run of this project is as asked.</p>}
      <ul className="grid">
        {runs.map(({ id, name: run, value }) => (
          <li key={id} className="flex min-w-0 items-center gap-2 border-line border-t py-1">
            <RunSwatch color={sideColor(name)} className="h-3.5 w-1 shrink-0 rounded-full" />
            <PageLink
              href={`/runs/${encodeURIComponent(id)}`}
              className="min-w-0 flex-1 truncate text-accent hover:underline"
              title={run}
            >
              <bdi>{run}</bdi>
            </PageLink>
            <span className="flex-none">{value === undefined ? "–" : formatValue(value)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
