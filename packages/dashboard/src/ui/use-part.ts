"use client";
import { startTransition, useEffect, useState } from "react";

interface Loaded<Part> {
  readonly Part: Part;
}

/** What has come, by what loaded it. The server has none of it, and the browser takes over its page as it is. */
const known = new WeakMap<() => Promise<unknown>, Loaded<unknown>>();

/**
 * A part of the page that is loaded apart from it.
 *
 * @param load the same for all who show the part
 * @param isWanted loads it, now or as soon as it is wanted
 * @returns the part, once it has come; and what loads it, whether it is wanted or not
 */
export function usePart<Part>(
  load: () => Promise<Part>,
  isWanted: boolean,
): readonly [Part | undefined, () => Promise<void>] {
  const [loaded, setLoaded] = useState(() => known.get(load) as Loaded<Part> | undefined);
  useEffect(() => {
    if (!isWanted || loaded !== undefined) return;
    // Many parts that come at once are rendered one after another, and what a person does comes in between.
    const show = (part: Loaded<Part>) => startTransition(() => setLoaded(part));
    // Where it cannot be loaded the server is gone, and so is the page.
    const begin = () => take(load).then(show, () => undefined);
    // Not in the task in which React takes over the page, which is the longest.
    const timer = setTimeout(begin);
    return () => clearTimeout(timer);
  }, [isWanted, loaded, load]);
  return [loaded?.Part, async () => setLoaded(await take(load))];
}

async function take<Part>(load: () => Promise<Part>): Promise<Loaded<Part>> {
  const loaded = { Part: await load() };
  known.set(load, loaded);
  return loaded;
}
