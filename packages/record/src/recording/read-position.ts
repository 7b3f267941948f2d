import type { LogPosition } from "../run-writer.ts";
import { readTime } from "./read-time.ts";

interface ReadPosition {
  /** Absent where it cannot be told. */
  readonly step?: number;
  readonly epoch?: number;
  /** Epoch milliseconds; absent for now. */
  readonly takenAt?: number;
  /** What is wrong with the position. */
  readonly fault?: string;
}

/**
 * Where values belong.
 *
 * @param next the step where neither a step nor a whole epoch is given
 */
export function readPosition(position: LogPosition | undefined, next: number): ReadPosition {
  if (position === undefined || position === null) return { step: next };
  const given = position as { step?: unknown; epoch?: unknown; at?: unknown };
  const [step, epoch] = [given.step ?? undefined, given.epoch ?? undefined];
  const other = Object.keys(position).find((name) => !known.includes(name));
  if (other !== undefined && step === undefined) {
    return { step: next, fault: `a position has a step and an epoch, no ${other.slice(0, 100)}` };
  }
  const takenAt = readTime(given.at);
  const at = typeof epoch === "number" && Number.isFinite(epoch) ? epoch : undefined;
  const faults = [
    ...(at === undefined && epoch !== undefined
      ? [`an epoch must be a finite number, not ${show(epoch)}`]
      : []),
    ...(takenAt === undefined && (given.at ?? undefined) !== undefined
      ? [`at must be a date, or milliseconds since 1970, not ${show(given.at)}`]
      : []),
  ];
  const rest = {
    ...(at !== undefined && { epoch: at }),
    ...(takenAt !== undefined && { takenAt }),
    ...(faults.length > 0 && { fault: faults.join("; ") }),
  };
  if (step === undefined) return { step: at !== undefined && isStep(at) ? at : next, ...rest };
  if (isStep(step)) return { step, ...rest };
  return { fault: `a step must be a whole number, not ${show(step)}` };
}

const known = ["step", "epoch", "at"];

function isStep(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && value !== Number.MAX_SAFE_INTEGER;
}

function show(value: unknown): string {
  return typeof value === "number" ? String(value) : typeof value;
}
