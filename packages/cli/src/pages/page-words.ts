import { printable } from "@epochal/record";

/** Where a page looks for a dashboard by itself. */
const usualUrl = "http://127.0.0.1:4300";

export interface PageWordsArgs {
  readonly url: string;
  readonly origins: readonly string[];
  readonly projects: readonly string[];
  readonly secret: string;
}

/** Which pages may send runs, and the lines to paste into them. */
export function pageWords({ url, origins, projects, secret }: PageWordsArgs): string {
  const address = url === usualUrl ? "" : `url: ${JSON.stringify(url)}, `;
  return `
Pages of ${origins.join(", ")} may send runs of ${printable(projects.join(", "))}. In the page:

  import { connect } from "@epochal/callbacks";
  const store = await connect({ ${address}token: ${JSON.stringify(secret)} });

and then, as with a store: const run = await store.startRun({ config });
`;
}
