import { counted, lastOutput } from "@epochal/conclusions";
import { CopyButton } from "../ui/copy-button.tsx";
import { Panel } from "../ui/panel.tsx";
import type { RunView } from "../wire/run-json.ts";

/** What the program had printed last when the run ended. */
export function OutputPanel({ events }: Pick<RunView, "events">) {
  const output = lastOutput(events.map(({ event }) => event));
  if (output === undefined) return null;
  const { lines, omitted = 0 } = output;
  const text = lines.join("\n");
  const note = omitted === 0 ? "" : `the last ${counted(lines.length, "line")}`;
  return (
    <Panel title="Output" note={note}>
      <div className="flex items-start gap-2">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section tabIndex={0} aria-label="Last output of the program" className={SCROLLS}>
          <pre className="font-mono text-[12px] leading-snug">{text}</pre>
        </section>
        <CopyButton text={text} />
      </div>
    </Panel>
  );
}

const SCROLLS =
  "max-h-72 min-w-0 flex-1 overflow-auto rounded-control border border-line bg-bg px-2 py-1.5";
