"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { listenToChanges } from "../data/listen-to-changes.ts";

/** At most so often is the page loaded anew. */
const THROTTLE_MS = 500;

/** Loads the page's data anew when anything in the store has changed. */
export function RefreshOnChange({ since }: { since: number }) {
  const router = useRouter();
  const first = useRef(since);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, THROTTLE_MS);
    };
    const stop = listenToChanges({ since: first.current, onChange: refresh, onOpen: refresh });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router]);
  return null;
}
