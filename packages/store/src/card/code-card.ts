import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type RunCard, redactDiff, redactText } from "@epochal/record";
import { hashOf } from "./hash-of.ts";
import { lockfiles } from "./lockfile-card.ts";

type Code = NonNullable<RunCard["code"]>;

const longestDiff = 64_000;
const mostUntracked = 50;
/** Files that hold settings and keys: never looked into. */
const neverRead = [
  ...[".env*", "*.env", ".envrc", ".dev.vars", "*.tfvars*", "*.tfstate*", "*.ovpn", "kubeconfig*"],
  ...[
    "*.pem",
    "*.key",
    "*.p8",
    "*.p12",
    "*.pfx",
    "*.ppk",
    "*.jks",
    "*.keystore",
    "*.kdbx",
    "*.asc",
    "*.gpg",
    "*.age",
    "id_*",
  ],
  ...[
    ".npmrc",
    ".netrc",
    "_netrc",
    ".pypirc",
    ".pgpass",
    ".my.cnf",
    ".git-credentials",
    ".htpasswd",
    ".dockercfg",
    ".s3cfg",
    ".boto",
  ],
  ...[
    "*credentials*",
    "*credential",
    "secret.*",
    "secrets.*",
    "*.secret",
    "*.secrets",
    "service-account*.json",
    "kaggle.json",
  ],
  ...[".ssh/**", ".aws/**", ".docker/config.json", ".kube/**"],
];

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
  const without = [...lockfiles, ...neverRead].map((name) => `:(exclude,glob,icase)**/${name}`);
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
  const untracked = (others ?? "").split("\n").filter((name) => name !== "");
  const changed = diff ?? "";
  return {
    isDirty: changed !== "" || untracked.length > 0,
    ...(changed !== "" && {
      diff: cut(redactDiff(changed)),
      diffHash: hashOf(changed),
    }),
    ...(untracked.length > 0 && { untracked: untracked.slice(0, mostUntracked).map(redactText) }),
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

/** How long git may take; a network disk may be slow. */
const timeout = 5_000;
const maxBuffer = 64 * 2 ** 20;

/** The output of git in a folder; undefined where git fails or is not installed. */
function runGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  // Not the user's own diff programs, pagers or file watchers.
  const quiet = ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-optional-locks"];
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout, maxBuffer, windowsHide: true };
    execFile("git", [...quiet, ...args], options, (error, stdout) => {
      resolve(error === null ? stdout : undefined);
    }).on("error", () => resolve(undefined));
  });
}
