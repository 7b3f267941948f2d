"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** The width of an element in pixels, as it is now; the given one until it is known. */
export function useWidth<E extends Element>(
  initial: number,
): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const own = element.current;
    if (own === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(own);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
