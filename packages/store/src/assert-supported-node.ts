import { StoreError } from "./store-error.ts";

/**
 * Refuses a Node.js on which better-sqlite3's binary, which needs version 10 of Node-API, ends the process without a word.
 *
 * @throws StoreError `unsupported_node`
 */
export function assertSupportedNode(version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isSupported = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 14);
  if (isSupported) return;
  throw new StoreError(
    "unsupported_node",
    `@epochal/store needs Node.js 22.14 or newer, and of 23 at least 23.6, because its SQLite library crashes older ones. This is ${version}: install the newest version from https://nodejs.org.`,
  );
}
