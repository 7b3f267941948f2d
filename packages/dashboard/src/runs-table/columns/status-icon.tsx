import type { RunState, StatusTone } from "@epochal/conclusions";
import { Icon, type IconName } from "../../ui/icon.tsx";

const icons: Readonly<Record<RunState, IconName>> = {
  running: "play",
  finished: "check",
  stopped_early: "stop",
  failed: "cross",
  interrupted: "pause",
  killed: "cross",
  stalled: "warning",
  closed: "pause",
  lost: "warning",
};

const tones: Readonly<Record<StatusTone, string>> = {
  muted: "text-muted",
  accent: "text-accent",
  warn: "text-warn",
  bad: "text-bad",
};

interface StatusIconProps {
  readonly state: RunState;
  readonly tone: StatusTone;
  readonly text: string;
}

/** How a run stands, as a drawing and in words. */
export function StatusIcon({ state, tone, text }: StatusIconProps) {
  return (
    <span className={`inline-flex min-w-0 items-center gap-1 ${tones[tone]}`}>
      <Icon name={tone === "bad" ? "warning" : icons[state]} className="size-3" />
      <span className="truncate">{text}</span>
    </span>
  );
}
