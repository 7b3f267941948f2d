"use client";
import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark";

/** The theme the page is shown in: a canvas cannot follow CSS by itself. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, shownTheme, () => "light");
}

const darkPreferred = () => window.matchMedia("(prefers-color-scheme: dark)");

/** The theme that the page is shown in at this moment. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return darkPreferred().matches ? "dark" : "light";
}

function subscribe(listener: () => void): () => void {
  const media = darkPreferred();
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  media.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", listener);
  };
}
