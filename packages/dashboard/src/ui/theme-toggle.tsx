"use client";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { readTheme, type Theme } from "./theme.ts";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const NAME: Record<Theme, string> = { system: "Auto", light: "Light", dark: "Dark" };
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
    <Button onClick={change} aria-label={`Theme: ${NAME[theme]}`} className="h-6 rounded-full!">
      {NAME[theme]}
    </Button>
  );
}
