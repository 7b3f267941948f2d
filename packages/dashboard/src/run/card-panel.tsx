import { cardOf, type LaterCard, laterCardsOf } from "@epochal/conclusions";
import { Panel } from "../ui/panel.tsx";
import type { RunView } from "../wire/run-json.ts";
import { type CardRow, cardRows } from "./card-rows.ts";

/** What is needed to repeat a run, and to tell why two differ. */
export function CardPanel({ events }: { readonly events: RunView["events"] }) {
  const all = events.map(({ event }) => event);
  const card = cardOf(all);
  const rows = [...cardRows(card), ...laterCardsOf(all).map(laterRow)];
  const diff = card.code?.diff;
  return (
    <Panel title="Reproducibility card" note={rows.length === 0 ? "" : `${rows.length} parts`}>
      {rows.length === 0 && (
        <p className="text-muted">
          The run took none: <code>startRun({"{ record: false }"})</code> turns it off.
        </p>
      )}
      <dl className="grid grid-cols-[minmax(84px,auto)_minmax(0,1fr)] gap-x-4">
        {rows.map(({ part, lines }) => (
          <div key={part} className="col-span-2 grid grid-cols-subgrid border-line border-t py-1">
            <dt className="text-muted">{part}</dt>
            <dd className="min-w-0 break-words">
              {lines.map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
              {part === "code" && diff !== undefined && <Diff text={diff} />}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** What has changed in a fit after the first one. */
function laterRow({ fit, card }: LaterCard): CardRow {
  const lines = cardRows(card).map((row) => `${row.part}: ${row.lines.join(" · ")}`);
  return { part: `in fit ${fit + 1}`, lines };
}

const TONES: Readonly<Record<string, string>> = {
  "+": "text-good",
  "-": "text-bad",
  "@": "text-accent",
};

const SCROLLS = "mt-1 max-h-80 overflow-auto rounded-control border border-line bg-bg p-2";

function Diff({ text }: { readonly text: string }) {
  return (
    <details className="mt-1">
      <summary className="text-muted">Uncommitted changes</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label="Diff" className={SCROLLS}>
        <pre className="font-mono text-[11px] leading-snug">
          {text.split("\n").map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
            <span key={i} className={TONES[line[0] ?? ""] ?? ""}>
              {line}
              {"\n"}
            </span>
          ))}
        </pre>
      </section>
    </details>
  );
}
