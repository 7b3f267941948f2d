import path from "node:path";

/** The working directory; where somebody has deleted it, the folder of the script. */
export function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return path.dirname(process.argv[1] ?? process.execPath);
  }
}
