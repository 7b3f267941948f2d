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
  readonly font: MeasuredFont;
}

interface MeasuredFont {
  /** In pixels. */
  readonly widthOf: (character: string) => number;
  readonly textWidth?: (text: string) => number;
}

/** Before anything is measured: of a name in a column of the usual width. */
const USUAL_ROOM = 176;
/** Letters of a font that stands in for another are drawn a little wider than a canvas measures them. */
const SURE = 0.96;

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
    // Until a font has come, another one stands in for it.
    const anew = () => setMeasured((old) => old && measure(cell, { ...old, font: undefined }));
    document.fonts.addEventListener("loadingdone", anew);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", anew);
    };
  }, [head, places]);
  const names = rows.flatMap((row) => row?.name ?? []);
  const font = measured?.font ?? usualFont;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change more often than their names
  const short = useMemo(() => shortNames({ names, ...font }), [names.join("\n"), font]);
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

const usualFont: MeasuredFont = { widthOf: usualWidth };

function measure(
  head: HTMLElement,
  old: (Pick<Measured, "rooms"> & { readonly font?: MeasuredFont | undefined }) | undefined,
): Measured | undefined {
  const found = head.closest("table")?.querySelectorAll<HTMLElement>("[data-name-place]") ?? [];
  const rooms = new Map(old?.rooms);
  for (const element of found) {
    // Of a table that is not shown, nothing is known.
    if (element.clientWidth > 0)
      rooms.set(element.dataset.namePlace ?? "", Math.floor(element.clientWidth * SURE) - 1);
  }
  const [first] = found;
  const font = old?.font ?? (first && measuring(getComputedStyle(first)));
  if (font === undefined) return undefined;
  const isSame = [...rooms].every(([place, room]) => old?.rooms.get(place) === room);
  // The same object changes nothing on the page.
  return old?.font && isSame ? (old as Measured) : { rooms, font };
}

/** How wide characters and texts are in a font. */
function measuring({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): MeasuredFont {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return usualFont;
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const measured = (text: string) => context.measureText(text).width;
  // The page draws all digits as wide as the widest.
  const digits = Array.from("0123456789", (digit) => [digit, measured(digit)] as const);
  const widest = Math.max(...digits.map(([, width]) => width));
  const known = new Map(digits.map(([digit]) => [digit, widest]));
  const missing = new Map(digits.map(([digit, width]) => [digit, widest - width]));
  return {
    widthOf: (character) => {
      const width = known.get(character) ?? measured(character);
      known.set(character, width);
      return width;
    },
    textWidth: (text) =>
      [...text].reduce((sum, character) => sum + (missing.get(character) ?? 0), measured(text)),
  };
}
