export interface DocSurroundings {
  /** Whether a path exists, seen from the document or from the repository's root. */
  readonly exists: (target: string) => boolean;
  readonly hasScript: (name: string) => boolean;
}

const ROOMS = /^(?:packages|examples|e2e|bench|scripts|docs|\.ci|\.changeset)\//;

/**
 * What a document claims and the repository does not keep: links to files, paths in backticks that begin with a known
 * folder, and `npm run` or `pnpm run` scripts. A path with a placeholder (`<name>`, `*`, `…`) claims nothing.
 */
export function findDocFaults(markdown: string, around: DocSurroundings): string[] {
  const prose = markdown.replace(/^```.*?^```/gms, "");
  const faults: string[] = [];
  for (const [, target = ""] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    const file = target.split("#")[0] ?? "";
    if (/^[a-z]+:/.test(target) || file === "") continue;
    if (!around.exists(file)) faults.push(`link to ${target}, which does not exist`);
  }
  for (const [, code = ""] of prose.matchAll(/`([^`\n]+)`/g)) {
    if (ROOMS.test(code) && !/[<>*…{}\s]/.test(code) && !around.exists(code.replace(/:\d+$/, "")))
      faults.push(`path \`${code}\`, which does not exist`);
  }
  for (const [, name = ""] of markdown.matchAll(/\b(?:npm|pnpm) run ([a-z][\w-]*)/g))
    if (!around.hasScript(name)) faults.push(`script "${name}", which package.json does not have`);
  return faults;
}
