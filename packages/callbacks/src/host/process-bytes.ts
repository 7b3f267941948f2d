interface Host {
  readonly process?: { readonly memoryUsage?: { rss?(): number } };
  readonly performance?: { readonly memory?: { readonly usedJSHeapSize?: number } };
}

/** How much memory the process holds; in a browser what its scripts hold, where it says so. */
export function processBytes(): number | undefined {
  const { process, performance } = globalThis as Host;
  return process?.memoryUsage?.rss?.() ?? performance?.memory?.usedJSHeapSize;
}
