import type { StatusTone, StatusWords } from "@epochal/conclusions";
import type { RunColor } from "@epochal/panel/charts";
import { RunSwatch } from "../colors/run-swatch.tsx";

const TONES: Record<StatusTone, string> = {
  muted: "text-muted",
  accent: "text-accent",
  warn: "text-warn",
  bad: "text-bad",
};

/** How a run ended, beside the bar of its colour. */
export function StatusText({ status, color }: { status: StatusWords; color: RunColor }) {
  return (
    <p className={`flex items-center gap-2 break-words ${TONES[status.tone]}`}>
      <RunSwatch color={color} className="h-4 w-1 shrink-0 rounded-full" />
      {status.text}
      {status.age && <span className="flex-none whitespace-nowrap text-faint">{status.age}</span>}
    </p>
  );
}
