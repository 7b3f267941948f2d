"use client";
import { useEffect, useState } from "react";

/**
 * A part of the page that is loaded apart from it.
 *
 * @param isWanted loads it, now or as soon as it is wanted
 * @returns the part, once it has come; and what loads it, whether it is wanted or not
 */
export function usePart<Part>(
  load: () => Promise<Part>,
  isWanted: boolean,
): readonly [Part | undefined, () => Promise<void>] {
  const [loaded, setLoaded] = useState<{ readonly Part: Part }>();
  useEffect(() => {
    if (!isWanted || loaded !== undefined) return;
    load().then(
      (Part) => setLoaded({ Part }),
      // The server is gone: so is the page.
      () => undefined,
    );
  }, [isWanted, loaded, load]);
  return [loaded?.Part, async () => setLoaded({ Part: await load() })];
}
