import type { LogPosition } from "@epochal/record";

interface ReadPosition {
  /** Absent where there is none that could be meant. */
  readonly step?: number;
  readonly epoch?: number;
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
  const given = position as { step?: unknown; epoch?: unknown };
  const [step, epoch] = [given.step ?? undefined, given.epoch ?? undefined];
  const other = Object.keys(position).find((name) => name !== "step" && name !== "epoch");
  if (other !== undefined && step === undefined) {
    return { step: next, fault: `a position has a step and an epoch, no ${other.slice(0, 100)}` };
  }
  const at = typeof epoch === "number" && Number.isFinite(epoch) ? epoch : undefined;
  const fault =
    at === undefined && epoch !== undefined
      ? `an epoch must be a finite number, not ${show(epoch)}`
      : undefined;
  const rest = { ...(at !== undefined && { epoch: at }), ...(fault !== undefined && { fault }) };
  if (step === undefined) return { step: at !== undefined && isStep(at) ? at : next, ...rest };
  if (isStep(step)) return { step, ...rest };
  return { fault: `a step must be a whole number, not ${show(step)}` };
}

function isStep(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && value !== Number.MAX_SAFE_INTEGER;
}

function show(value: unknown): string {
  return typeof value === "number" ? String(value) : typeof value;
}
