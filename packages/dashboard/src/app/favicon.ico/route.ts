/** Browsers ask for it by this name where a page has not told them its icon yet. */
export function GET(): Response {
  return new Response(null, { status: 308, headers: { location: "/icon.svg" } });
}
