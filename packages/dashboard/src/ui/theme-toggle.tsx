"use client";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { readTheme, type Theme } from "./theme.ts";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const NAME: Record<Theme, string> = { system: "Auto", light: "Light", dark: "Dark" };
const ICON = { system: "contrast", light: "sun", dark: "moon" } as const;
const A_YEAR = 31_536_000;

/** Switches between the system's theme, light and dark. */
export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(readTheme(document.documentElement.dataset.theme)), []);
  const change = () => {
    const next = NEXT[theme];
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it, so that no page flashes in the wrong theme
    document.cookie = `theme=${next}; path=/; max-age=${A_YEAR}; samesite=strict`;
    setTheme(next);
  };
  return (
    <Button
      onClick={change}
      aria-label={`Theme: ${NAME[theme]}`}
      title="Light, dark, or as the system has it"
      className="h-6 rounded-full! px-2!"
    >
      <Icon name={ICON[theme]} className="size-3.5" />
      <span className="max-[420px]:sr-only">{NAME[theme]}</span>
    </Button>
  );
}
