import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import type { Viewer } from "../login/viewer.ts";

/** A request that is being answered. */
export interface Visit {
  readonly response: ServerResponse;
  readonly viewer: Viewer;
}

const KEY = Symbol.for("@epochal/dashboard answering");
const kept = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<Visit> };

/**
 * The request that is being answered. Next shows no response to a page, and what says its status by an error of Next's is an
 * empty page until scripts run. The gate and Next have a copy of this module each, so it is kept by the process.
 */
export function answering(): AsyncLocalStorage<Visit> {
  kept[KEY] ??= new AsyncLocalStorage();
  return kept[KEY];
}
