import { nodeModule } from "../host/node-module.ts";

interface Host {
  readonly process?: { cwd?(): string; readonly argv?: readonly string[] };
  readonly document?: { readonly title?: string };
  readonly location?: { readonly host?: string };
}

const unnamed = "autolog";

/**
 * The project of a program that names none: the name in the nearest package.json, else that of the folder it was started in; of a
 * page its title, else its host.
 */
export function programProject(): string {
  const { process, document, location } = globalThis as Host;
  const [files, paths] = [nodeModule("node:fs"), nodeModule("node:path")];
  if (files === undefined || paths === undefined) {
    return document?.title?.trim() || location?.host || unnamed;
  }
  const folder = workingFolder(process) ?? paths.dirname(process?.argv?.[1] ?? "");
  for (let at = folder; ; at = paths.dirname(at)) {
    const name = nameIn(() => files.readFileSync(paths.join(at, "package.json"), "utf8"));
    if (name !== undefined) return name;
    if (paths.dirname(at) === at) return paths.basename(folder) || unnamed;
  }
}

/** Undefined where somebody has deleted it. */
function workingFolder(process: Host["process"]): string | undefined {
  try {
    return process?.cwd?.();
  } catch {
    return undefined;
  }
}

function nameIn(read: () => string): string | undefined {
  try {
    const { name } = JSON.parse(read()) as { name?: unknown };
    return typeof name === "string" && name.trim() !== "" ? name : undefined;
  } catch {
    // There is none, or nobody can read it.
    return undefined;
  }
}
