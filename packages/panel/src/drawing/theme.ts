export type Theme = "light" | "dark";

const darkPreferred = () => window.matchMedia("(prefers-color-scheme: dark)");

/** The theme that the page is shown in at this moment: as it says itself, else as the person's system does. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return darkPreferred().matches ? "dark" : "light";
}

/** The theme that an element is shown in, whatever has chosen it: that of its `color-scheme`. */
export function themeOf(element: HTMLElement): Theme {
  const probe = document.createElement("span");
  probe.style.color = "light-dark(rgb(0 0 0), rgb(255 255 255))";
  (element.shadowRoot ?? element).append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color === "rgb(255, 255, 255)" ? "dark" : "light";
}

/** Calls whenever the theme may have changed, until the returned function is called. */
export function onTheme(listener: () => void): () => void {
  const media = darkPreferred();
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
  media.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", listener);
  };
}
