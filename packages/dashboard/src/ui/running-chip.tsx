/** How many runs are being trained at this moment; nothing where there are none. */
export function RunningChip({ running }: { running: number }) {
  return (
    <span role="status" className="empty:hidden">
      {running > 0 && (
        <span className="inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-full border border-line px-2.5 text-muted">
          <span aria-hidden="true" className="size-[7px] rounded-full bg-good" />
          {running} running
        </span>
      )}
    </span>
  );
}
