"use client";
import { useEffect, useState } from "react";

export interface PickOption {
  readonly value: string;
  readonly label: string;
  /** Quieter, at the end of its line. */
  readonly note?: string;
}

export interface PickGroup {
  readonly value: string;
  readonly items: readonly PickOption[];
}

export interface PickListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly groups: readonly PickGroup[];
  readonly picked: readonly string[];
  readonly onPick: (picked: readonly string[]) => void;
  /** What to say where the search finds nothing. */
  readonly empty: string;
}

type Part = typeof import("./pick-list-part.tsx").PickListPart;

let loaded: Part | undefined;

/** Loads what the list is made of. A popover does so before it opens. */
export async function loadPickList(): Promise<void> {
  loaded = (await import("./pick-list-part.tsx")).PickListPart;
}

/** A search above a list in which any number can be picked. Stands in a popover. */
export function PickList(props: PickListProps) {
  const [part, setPart] = useState(() => loaded && { Part: loaded });
  useEffect(() => {
    if (part) return;
    loadPickList().then(
      () => setPart(loaded && { Part: loaded }),
      () => undefined,
    );
  }, [part]);
  return part && <part.Part {...props} />;
}
