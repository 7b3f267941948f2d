import { cardOf, repeatCommand } from "@epochal/conclusions";
import { CopyButton } from "../ui/copy-button.tsx";
import { Panel } from "../ui/panel.tsx";
import type { RunView } from "../wire/run-json.ts";

/** The lines that repeat a run, to copy. */
export function RepeatPanel({ events }: Pick<RunView, "events">) {
  const command = repeatCommand(cardOf(events.map(({ event }) => event)));
  if (command === undefined) return null;
  const text = command.lines.join("\n");
  return (
    <Panel title="Repeat it">
      <div className="flex items-start gap-2">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section tabIndex={0} aria-label="The lines that repeat it" className={SCROLLS}>
          <pre className="font-mono text-[12px]">{text}</pre>
        </section>
        <CopyButton text={text} />
      </div>
      {command.lacks.map((words) => (
        <p key={words} className="mt-1 break-words text-muted text-small">
          {words}
        </p>
      ))}
    </Panel>
  );
}

const SCROLLS =
  "min-w-0 flex-1 overflow-x-auto rounded-control border border-line bg-bg px-2 py-1.5";
