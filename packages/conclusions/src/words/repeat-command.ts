import type { RunCard } from "@epochal/record";

/** How a run is repeated. */
export interface RepeatCommand {
  /** Lines for a shell. */
  readonly lines: readonly string[];
  /** What they do not bring back, a sentence each. */
  readonly lacks: readonly string[];
}

/** The lines that repeat a run, from its card; undefined where the card does not hold the script. */
export function repeatCommand({
  code,
  arguments: given = [],
  environment = {},
}: Pick<RunCard, "code" | "arguments" | "environment">): RepeatCommand | undefined {
  if (code?.script === undefined) return undefined;
  const { commit, script, diff, isDirty, untracked = [] } = code;
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`);
  const started = [...variables, "node", quoted(script), ...given.map(quoted)].join(" ");
  return {
    lines: [...(commit === undefined ? [] : [`git switch --detach ${quoted(commit)}`]), started],
    lacks: [
      ...(commit === undefined
        ? ["The script was in no git repository: this starts it as it is now."]
        : []),
      ...(isDirty === true || diff !== undefined
        ? ["It had uncommitted changes: the card has those of known files."]
        : []),
      ...(untracked.length > 0
        ? [`It had files that git does not know: ${untracked.join(", ")}.`]
        : []),
    ],
  };
}

/** As one word of a shell. */
function quoted(text: string): string {
  return /^[\w.:@%+=,/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
