"use client";
import type { ReactElement, ReactNode } from "react";
import { loadPickList } from "./pick-list.tsx";
import { useOnDemand } from "./use-on-demand.ts";

export interface PopoverProps {
  readonly trigger: ReactElement;
  /** What it is called by those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** What has the focus when it opens. @default its first field or button */
  readonly initialFocus?: () => HTMLElement | null;
  /** What has it after it has closed. @default its button */
  readonly finalFocus?: () => HTMLElement | null;
  readonly className?: string;
}

/** Many hold a list to pick from, which is to be there when they open. */
const load = async () => {
  const [{ PopoverPart }] = await Promise.all([import("./popover-part.tsx"), loadPickList()]);
  return PopoverPart;
};

/** Something to set, opened by a button beside it. Escape closes it, and the focus returns to the button. */
export function Popover(props: PopoverProps) {
  const { Part, button } = useOnDemand({ ...props, load, opens: "dialog" });
  return Part ? <Part {...props} /> : button;
}
