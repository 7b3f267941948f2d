"use client";
import type { ReactElement, ReactNode } from "react";
import { useOnDemand } from "./use-on-demand.ts";

export interface DialogProps {
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
  /** The button that opens it, where there is one. */
  readonly trigger?: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Beside the button that closes it. */
  readonly actions?: ReactNode;
}

const load = async () => (await import("./dialog-part.tsx")).DialogPart;

/** A page above the page. Escape, its button and a press beside it close it; the focus returns to where it was. */
export function Dialog(props: DialogProps) {
  const { Part, button } = useOnDemand({ ...props, load, opens: "dialog" });
  return Part ? <Part {...props} /> : button;
}
