import { readFileSync } from "node:fs";
import path from "node:path";
import type { RunCard } from "@epochal/callbacks";
import { hashOf } from "./hash-of.ts";
import { lockfiles } from "./lockfile-card.ts";
import { looksSecret, redactLines } from "./redact.ts";
import { runGit } from "./run-git.ts";

type Code = NonNullable<RunCard["code"]>;

const longestDiff = 64_000;
const mostUntracked = 50;
/** Files that hold settings and keys: never looked into. */
const neverRead = [".env*", "*.pem", "*.key", "*.p12", "*.pfx", ".npmrc", ".netrc", "id_*"];

/** Commit, branch and uncommitted changes of the folder's repository, and the script. */
export async function codeCard(folder: string, script: string | undefined): Promise<Code> {
  const [commit, branch, top] = await Promise.all([
    runGit(folder, "rev-parse", "HEAD"),
    runGit(folder, "rev-parse", "--abbrev-ref", "HEAD"),
    runGit(folder, "rev-parse", "--show-toplevel"),
  ]);
  const root = top?.trim() || folder;
  const known = commit === undefined ? {} : await changesOf(root);
  return {
    ...(commit !== undefined && { commit: commit.trim() }),
    ...(branch !== undefined && commit !== undefined && { branch: branch.trim() }),
    ...known,
    ...scriptOf(root, script),
  };
}

async function changesOf(root: string): Promise<Code> {
  const without = [...lockfiles, ...neverRead].map((name) => `:(exclude,glob)**/${name}`);
  const [diff, others] = await Promise.all([
    runGit(
      root,
      "diff",
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "HEAD",
      "--",
      ".",
      ...without,
    ),
    runGit(root, "ls-files", "--others", "--exclude-standard"),
  ]);
  const untracked = (others ?? "").split("\n").filter((name) => name !== "" && !looksSecret(name));
  const changed = diff ?? "";
  return {
    isDirty: changed !== "" || untracked.length > 0,
    ...(changed !== "" && {
      diff: cut(redactLines(changed)),
      diffHash: hashOf(changed),
    }),
    ...(untracked.length > 0 && { untracked: untracked.slice(0, mostUntracked) }),
  };
}

function cut(diff: string): string {
  if (diff.length <= longestDiff) return diff;
  return `${diff.slice(0, longestDiff)}\n… ${diff.length - longestDiff} characters more`;
}

function scriptOf(root: string, script: string | undefined): Code {
  if (script === undefined) return {};
  const relative = path.relative(root, script);
  const name = relative.startsWith("..") ? path.basename(script) : relative;
  try {
    return { script: name, scriptHash: hashOf(readFileSync(/* turbopackIgnore: true */ script)) };
  } catch {
    return { script: name };
  }
}
