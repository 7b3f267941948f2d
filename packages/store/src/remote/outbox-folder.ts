import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StoreError } from "../store-error.ts";

/** An address that lines wait for, and the folder of this machine in which they do. */
export interface Outbox {
  readonly url: string;
  readonly folder: string;
}

/** Where lines wait that are for dashboards elsewhere: a folder for each of them. */
function root(): string {
  return path.resolve(
    /* turbopackIgnore: true */ process.env.EPOCHAL_OUTBOX || path.join(".epochal", "outbox"),
  );
}

/**
 * The folder for a dashboard, which is made where it is missing. Programs of `connect()` have the same.
 *
 * @throws StoreError `invalid_location` where it cannot be made
 */
export function outboxFor(url: string): Outbox {
  const name = url
    .replace(/^https?:\/\//, "")
    .replaceAll(/[^\w.-]+/g, "_")
    .slice(0, 100);
  const folder = path.join(root(), name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const target = `${JSON.stringify({ url })}\n`;
    writeFileSync(path.join(folder, "target.json"), target, { mode: 0o600 });
  } catch (error) {
    throw new StoreError(
      "invalid_location",
      `Cannot write to ${folder}, where runs wait for ${url}: ${(error as Error).message}.`,
      { cause: error },
    );
  }
  return { url, folder };
}

/** All that wait on this machine, below this folder or where they are by themselves. */
export function outboxesIn(given: string | undefined): readonly Outbox[] {
  const folder = given === undefined ? root() : path.resolve(given);
  const names = [folder, ...list(folder).map((name) => path.join(folder, name))];
  return names.flatMap((each) => {
    const url = urlOf(path.join(each, "target.json"));
    return url === undefined ? [] : [{ url, folder: each }];
  });
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function urlOf(file: string): string | undefined {
  try {
    const { url } = Object(JSON.parse(readFileSync(file, "utf8"))) as { readonly url?: unknown };
    return typeof url === "string" ? url : undefined;
  } catch {
    return undefined;
  }
}
