"use client";
import { useEffect } from "react";

const PLACES = "[data-difference]";

/** n goes to the next difference of the page, p to the one before it: to what has the attribute `data-difference`. */
export function useDifferenceKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if ((key !== "n" && key !== "p") || ctrlKey || metaKey || altKey || isTyping(target)) return;
      event.preventDefault();
      goTo(key === "n" ? 1 : -1);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** Goes so many differences on from where the focus is, and from the last one to the first. */
export function goTo(by: 1 | -1): void {
  const places = [...document.querySelectorAll<HTMLElement>(PLACES)].filter(isShown);
  const active = document.activeElement;
  const here = places.findIndex((place) => place.contains(active));
  const from = here < 0 && by < 0 ? 0 : here;
  const next = places[(from + by + places.length) % places.length];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
}

/** What is folded away is not gone to. */
const isShown = (place: HTMLElement) => place.offsetParent !== null;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
