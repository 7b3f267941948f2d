"use client";
import { useSearchParams } from "next/navigation";
import { type UseQueryStatesKeysMap, useQueryStates } from "nuqs";
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { awaitAddress } from "./address-changes.ts";

/** State that is in the address. A change of it is a step of the browser's history. */
export function useAddressState<Params extends UseQueryStatesKeysMap>(params: Params) {
  const [state, setState] = useQueryStates(params, { history: "push", scroll: false });
  const keep = useKeptAddress();
  const set = useCallback<typeof setState>(
    (...change) => {
      const done = setState(...change);
      awaitAddress(done);
      done.then(keep, () => undefined);
      return done;
    },
    [setState, keep],
  );
  return [state, set] as const;
}

/** A burst of changes that Next renders one by one is no longer. */
const LONGEST_TRAIL = 20;

/**
 * Next renders an address a moment after the browser has it, and then writes it once more. Where another change came in between, it writes
 * the older one over the newer one, and the next change would start from there. This has the newest again at once.
 *
 * @returns what is called when the browser has another address
 */
function useKeptAddress(): () => void {
  /** The addresses that Next may not have rendered yet, the newest last. */
  const trail = useRef<readonly string[]>([]);
  const rendered = useSearchParams();
  useLayoutEffect(() => {
    const place = trail.current.findIndex((href) => isOf(href, rendered));
    const left = place < 0 ? [] : trail.current.slice(place);
    trail.current = left.length > 1 ? left : [];
    const newest = trail.current.at(-1);
    if (newest !== undefined && newest !== window.location.href)
      window.history.replaceState(window.history.state, "", newest);
  }, [rendered]);
  useEffect(() => {
    const forget = () => {
      trail.current = [];
    };
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  return useCallback(() => {
    const { href } = window.location;
    if (href !== trail.current.at(-1))
      trail.current = [...trail.current, href].slice(-LONGEST_TRAIL);
  }, []);
}

const isOf = (href: string, params: { readonly toString: () => string }) =>
  new URL(href).searchParams.toString() === params.toString();
