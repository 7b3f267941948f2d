export type Theme = "system" | "light" | "dark";

/** The theme a cookie names; what it does not know is `system`. */
export function readTheme(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}
