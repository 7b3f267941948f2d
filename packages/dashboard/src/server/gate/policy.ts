/** Who may ask something: anybody, who may read, who may write, or who brings a token that sends runs. */
export type Who = "anybody" | "reader" | "writer" | "sender";

/** What may be done at a route, by whom. What is not said may not be done. */
export interface Rule {
  /** GET and HEAD. */
  readonly read?: Who;
  /** POST of JSON. A reader's changes nothing: it is a question that is too long for an address. */
  readonly post?: { readonly who: Who; readonly bytes: number };
  /** Whether the server answers it itself, before Next: `login`, or `ingest`, which has rules of its own. @default Next answers */
  readonly by?: "login" | "ingest";
  /** Whether an answer goes on for as long as its page is open. @default false */
  readonly isStream?: boolean;
}

/** More than any note may have. */
const MOST_BYTES = 500_000;
const MOST_OF_SENDERS = 4 * 2 ** 20;
const page: Rule = { read: "reader" };
const file: Rule = { read: "anybody" };
const question: Rule = { read: "reader", post: { who: "reader", bytes: MOST_BYTES } };
const change: Rule = { post: { who: "writer", bytes: MOST_BYTES } };

/** Every route there is, as Next writes it, and who may use it how. A test finds who adds one and does not say it here. */
export const policy: Readonly<Record<string, Rule>> = {
  "/": page,
  "/projects/[project]": page,
  "/projects/[project]/parameters": page,
  "/runs/[id]": page,
  "/diff/[pair]": page,
  "/diff/groups": page,
  "/trash": page,
  // What stands at any address that is none of these. Next makes the page, whoever asks for it.
  "/_not-found": page,
  "/_global-error": page,
  // Code and fonts that are the same for everybody.
  "/_next/static/[...file]": file,
  "/favicon.ico": file,
  "/icon.svg": file,
  "/api/bands": question,
  "/api/completions": question,
  "/api/facets": question,
  "/api/groups": question,
  "/api/members": question,
  "/api/parameters": question,
  "/api/runs": question,
  "/api/series": question,
  "/api/traces": question,
  "/api/verdict": question,
  "/api/diff": page,
  "/api/folding": page,
  "/api/histograms": page,
  "/api/like": page,
  "/api/live": { read: "reader", isStream: true },
  "/api/projects": page,
  "/api/runs/[id]": page,
  "/api/storage": page,
  "/api/demo": change,
  "/api/runs/[id]/notes": change,
  "/api/runs/[id]/requests": change,
  "/api/runs/changes": change,
  "/api/runs/deletions": change,
  "/api/runs/restorations": change,
  "/login": { read: "anybody", by: "login" },
  "/api/login": { read: "anybody", post: { who: "anybody", bytes: 10_000 }, by: "login" },
  "/api/logout": { post: { who: "anybody", bytes: 10_000 }, by: "login" },
  "/api/ingest": {
    ...{ read: "sender", post: { who: "sender", bytes: MOST_OF_SENDERS }, by: "ingest" },
  },
};

const matchers = Object.entries(policy)
  // A name that is written out comes before one that may be any.
  .sort(([a], [b]) => a.split("[").length - b.split("[").length)
  .map(([route, rule]) => ({ route, rule, pattern: patternOf(route) }));

/** The paths of a route, as Next writes it. */
export function patternOf(route: string): RegExp {
  const parts = route
    .split("/")
    .map((part) =>
      part.startsWith("[...")
        ? "(?:[\\w.~-]+/)*[\\w.~-]+"
        : part.startsWith("[")
          ? "[^/]+"
          : part.replaceAll(".", "\\."),
    );
  return new RegExp(`^${parts.join("/")}/?$`);
}

/** The rule for a path that is still encoded; where there is none, that of what is not there. */
export function ruleOf(pathname: string): { readonly route: string; readonly rule: Rule } {
  const found = matchers.find(({ pattern }) => pattern.test(pathname));
  return found ?? { route: "/_not-found", rule: page };
}
