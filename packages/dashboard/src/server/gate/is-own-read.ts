/**
 * Whether a reading request comes from no page, from a page of the dashboard, or from a link that somebody followed.
 *
 * @param origins those of the dashboard's own pages
 */
export function isOwnRead(headers: Headers, origins: readonly string[]): boolean {
  const origin = headers.get("origin");
  if (origin !== null && !origins.includes(origin)) return false;
  const site = headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return true;
  return headers.get("sec-fetch-mode") === "navigate";
}
