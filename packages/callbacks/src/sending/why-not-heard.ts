import type { IngestAccess, IngestTarget } from "@epochal/record";

interface Host {
  readonly location?: { readonly origin?: string };
  fetch(
    url: string,
    init: { readonly mode: "no-cors"; readonly cache: "no-store" },
  ): Promise<unknown>;
}

/** Why a dashboard does not let this program in, and what to do about it. */
export async function whyNotHeard(
  { url }: IngestTarget,
  access: Exclude<IngestAccess, { readonly kind: "granted" }>,
): Promise<string> {
  if (access.kind === "refused") {
    const make =
      "Where the dashboard runs, `npx epochal token create <name> --role write` makes a token.";
    return `${url} does not take the token: ${access.reason}${/[.!?]$/.test(access.reason) ? "" : "."} ${make}`;
  }
  const { location, fetch } = globalThis as object as Host;
  const origin = location?.origin;
  if (origin === undefined) {
    return `${url} cannot be reached: ${access.reason}. Start the dashboard there: npx epochal`;
  }
  // A browser does not tell a page why it was not answered. Whether somebody listens it tells.
  const answered = await fetch
    .call(globalThis, `${url}/api/ingest`, { mode: "no-cors", cache: "no-store" })
    .then(
      () => true,
      () => false,
    );
  const start = `npx epochal --allow-origin ${origin}`;
  return answered
    ? `${url} answers, but not to pages of ${origin}. Start the dashboard with: ${start}`
    : `Nobody answers at ${url}. Start the dashboard on that machine with: ${start}`;
}
