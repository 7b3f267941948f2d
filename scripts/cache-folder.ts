import { homedir } from "node:os";
import path from "node:path";

/** Where the tests keep what took long to get, for all checkouts of a user. */
export const cacheFolder: string = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"),
  "epochal",
);
