import { counted } from "@epochal/conclusions";
import type { ReactNode } from "react";

interface MachineSectionProps {
  readonly count: number;
  readonly children: ReactNode;
}

/** Charts of time, memory and what tracking cost: of interest when something is slow, and folded away until then. */
export function MachineSection({ count, children }: MachineSectionProps) {
  return (
    <details className="mt-3">
      <summary className="font-semibold">
        Time, memory and tracking
        <span className="ml-2 font-normal text-muted text-small">{counted(count, "chart")}</span>
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
