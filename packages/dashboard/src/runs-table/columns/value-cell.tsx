interface ValueCellProps {
  readonly value: string;
  readonly below?: string;
  readonly strong?: boolean;
  readonly tone?: "bad" | undefined;
  readonly belowTone?: "warn" | undefined;
}

/** A number with a word below it. */
export function ValueCell({ value, below, strong = false, tone, belowTone }: ValueCellProps) {
  return (
    <>
      <span className={`block ${strong ? "font-semibold" : ""} ${tone ? "text-bad" : ""}`}>
        {value}
      </span>
      <span className={`block text-small ${belowTone ? "text-warn" : "text-muted"}`}>
        {below ?? "\u00a0"}
      </span>
    </>
  );
}
