import { alignDecimals } from "./align-decimals.ts";
import type { Delta } from "./delta-of.ts";

interface ValueCellProps {
  readonly value: string;
  /** How many digits the column has after the point. */
  readonly decimals?: number;
  /** What is known of it besides: `epoch 5`. */
  readonly below?: string | undefined;
  /** How far it is from the baseline's. */
  readonly delta?: Delta | undefined;
  readonly strong?: boolean;
  readonly tone?: "bad" | "warn" | undefined;
}

const tones = { bad: "text-bad", warn: "text-warn" };
const deltaTones = { better: "text-good", worse: "text-bad", even: "text-muted" };

/** A number, its point below the others of its column, with a word and the difference to the baseline below it. */
export function ValueCell(props: ValueCellProps) {
  const { value, decimals = 0, below, delta, strong = false, tone } = props;
  return (
    <>
      <span
        className={`block truncate ${strong ? "font-semibold" : ""} ${tone ? tones[tone] : ""}`}
      >
        {alignDecimals(value, decimals)}
      </span>
      <span
        className="block truncate text-muted text-small"
        title={[delta && `${delta.text} against the baseline`, below].filter(Boolean).join(", ")}
      >
        {delta && <span className={deltaTones[delta.tone]}>{delta.text}</span>}
        {delta && below && " · "}
        {below}
        {!delta && !below && "\u00a0"}
      </span>
    </>
  );
}
