"use client";
import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import type { TableRow } from "./columns/table-row.ts";
import { shortNames } from "./short-names.ts";
import { usualWidth } from "./usual-width.ts";

/** What leaves a name more or less room in its cell. */
export type NamePlace = "run" | "baseline" | "member" | "member baseline" | "group";

interface ShortNamesArgs {
  /** All that have come. */
  readonly rows: readonly (TableRow | undefined)[];
  /** Those that are in view. */
  readonly window: readonly (TableRow | undefined)[];
  /** The id of the run that others are compared with. */
  readonly baseline: string | undefined;
  /** The head of the names, which is as wide as their cells. */
  readonly head: RefObject<HTMLElement | null>;
}

interface Measured {
  /** In pixels. */
  readonly rooms: ReadonlyMap<string, number>;
  readonly widthOf: (character: string) => number;
}

/** Before anything is measured: of a name in a column of the usual width. */
const USUAL_ROOM = 176;

/** Names as their cells have room for them: the server guesses how wide they are, the browser measures it. */
export function useShortNames({ rows, window, baseline, head }: ShortNamesArgs) {
  const [measured, setMeasured] = useState<Measured>();
  const places = [...new Set(window.map((row) => row && placeOf(row, baseline)))].sort().join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place of another kind has a room of its own
  useEffect(() => {
    const cell = head.current;
    if (cell === null) return;
    const observer = new ResizeObserver(() => setMeasured((old) => measure(cell, old)));
    observer.observe(cell);
    return () => observer.disconnect();
  }, [head, places]);
  const names = rows.flatMap((row) => row?.name ?? []);
  const widthOf = measured?.widthOf ?? usualWidth;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change more often than their names
  const short = useMemo(() => shortNames({ names, widthOf }), [names.join("\n"), widthOf]);
  const rooms = measured?.rooms;
  return useCallback(
    (name: string, place: NamePlace) => short(name, rooms?.get(place) ?? USUAL_ROOM),
    [short, rooms],
  );
}

/** Where a row has its name. */
export function placeOf(row: TableRow, baseline: string | undefined): NamePlace {
  if (row.kind === "group") return "group";
  const isBaseline = row.id === baseline;
  if (row.inGroup) return isBaseline ? "member baseline" : "member";
  return isBaseline ? "baseline" : "run";
}

function measure(head: HTMLElement, old: Measured | undefined): Measured | undefined {
  const found = head.closest("table")?.querySelectorAll<HTMLElement>("[data-name-place]") ?? [];
  const rooms = new Map(old?.rooms);
  for (const element of found) {
    // Of a table that is not shown, nothing is known.
    if (element.clientWidth > 0)
      rooms.set(element.dataset.namePlace ?? "", element.clientWidth - 1);
  }
  const [first] = found;
  if (first === undefined) return old;
  const isSame = [...rooms].every(([place, room]) => old?.rooms.get(place) === room);
  if (old && isSame) return old;
  return { rooms, widthOf: old?.widthOf ?? measuring(getComputedStyle(first)) };
}

/** How wide characters are in a font. */
function measuring({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return usualWidth;
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const measured = (character: string) => context.measureText(character).width;
  // The page draws all digits as wide as the widest.
  const digit = Math.max(...Array.from("0123456789", measured));
  const known = new Map(Array.from("0123456789", (character) => [character, digit]));
  return (character: string) => {
    const width = known.get(character) ?? measured(character);
    known.set(character, width);
    return width;
  };
}
