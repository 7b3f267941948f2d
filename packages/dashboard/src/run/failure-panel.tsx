import { CopyButton } from "../ui/copy-button.tsx";
import { Panel } from "../ui/panel.tsx";
import type { RunView } from "../wire/run-json.ts";

/** Where a run failed: the error with its stack and its causes, whole. */
export function FailurePanel({ segments }: Pick<RunView, "segments">) {
  const failed = segments.filter(({ stack }) => stack !== undefined && stack !== "");
  const segmentsOf = (stack: string) =>
    segmentsWords(failed.filter((one) => one.stack === stack).map(({ segment }) => segment + 1));
  // What failed at the same place again is told once.
  const stacks = [...new Set(failed.map(({ stack = "" }) => stack))];
  return stacks.map((stack) => (
    <Panel key={stack} title="Where it failed" note={segments.length > 1 ? segmentsOf(stack) : ""}>
      <div className="flex items-start gap-2">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section tabIndex={0} aria-label="Stack of the error" className={SCROLLS}>
          <pre className="font-mono text-[12px] text-bad leading-snug">{stack}</pre>
        </section>
        <CopyButton text={stack} />
      </div>
    </Panel>
  ));
}

const segmentsWords = (numbers: readonly number[]) =>
  numbers.map((number) => `segment ${number}`).join(", ");

const SCROLLS =
  "max-h-96 min-w-0 flex-1 overflow-auto rounded-control border border-line bg-bg px-2 py-1.5";
