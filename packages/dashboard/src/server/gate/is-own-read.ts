/** Whether a reading request comes from no page, from a page of the dashboard, or from a link that somebody followed. */
export function isOwnRead(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null && origin !== `http://${headers.get("host")}`) return false;
  const site = headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return true;
  return headers.get("sec-fetch-mode") === "navigate";
}
