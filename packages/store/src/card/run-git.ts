import { execFile } from "node:child_process";

/** How long git may take; a network disk may be slow. */
const timeout = 5_000;
const maxBuffer = 64 * 2 ** 20;

/** What git says in a folder; undefined where it says nothing, or there is no git. */
export function runGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  // Not the user's own diff programs, pagers or file watchers.
  const quiet = ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-optional-locks"];
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout, maxBuffer, windowsHide: true };
    execFile("git", [...quiet, ...args], options, (error, stdout) => {
      resolve(error === null ? stdout : undefined);
    }).on("error", () => resolve(undefined));
  });
}
