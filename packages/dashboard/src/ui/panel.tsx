import { type ReactNode, useId } from "react";

export interface PanelProps {
  readonly title: string;
  /** Beside the title, quieter. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** A card with a heading. */
export function Panel({ title, note, children }: PanelProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className="min-w-0 rounded-card border border-line bg-surface px-4 py-3 shadow-card"
    >
      <h2 className="mb-2 font-semibold [overflow-wrap:anywhere]">
        <span id={heading}>{title}</span>
        {note && <span className="ml-2 font-normal text-muted text-small">{note}</span>}
      </h2>
      {children}
    </section>
  );
}
