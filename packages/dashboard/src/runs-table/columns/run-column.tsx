import Link from "next/link";
import type { RunColumn } from "./column-features.ts";
import type { RunRow } from "./run-row.ts";
import { VisibilityToggle } from "./visibility-toggle.tsx";

const tones = { muted: "text-muted", accent: "text-accent", warn: "text-warn", bad: "text-bad" };

/** The run: whether it is drawn, its name, how it stands or ended. */
export function runColumn(toggle: (id: string) => void): RunColumn {
  return {
    id: "run",
    header: "Run",
    accessorFn: (row: RunRow) => row.name,
    cell: ({ row: { original: row } }) => (
      <span className="flex min-w-0 items-center gap-2">
        <VisibilityToggle name={row.name} shown={row.shown} onToggle={() => toggle(row.run.id)} />
        <span className="min-w-0">
          <Link
            href={`/runs/${encodeURIComponent(row.run.id)}`}
            prefetch={false}
            data-run-link={row.run.id}
            title={row.name}
            className="block truncate font-medium text-text hover:underline"
          >
            {row.name}
          </Link>
          <span
            className={`block truncate text-small ${tones[row.status.tone]}`}
            title={[row.status.text, row.verdict, row.status.age].filter(Boolean).join(" · ")}
            suppressHydrationWarning
          >
            {row.status.text}
            {row.verdict && <span className="text-faint"> · {row.verdict}</span>}
            {row.status.age && <span className="text-faint"> · {row.status.age}</span>}
          </span>
        </span>
      </span>
    ),
  };
}
