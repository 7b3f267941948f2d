/** The address of a database without its password, for messages. */
export function shownUrl(url: string): string {
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "…";
  shown.searchParams.delete("password");
  return decodeURI(shown.href);
}
