import type { Page } from "@playwright/test";
import { processMs } from "./start-dashboard.ts";

/** What a page and its server cost for a while. */
export interface Traffic {
  /** From the server. */
  readonly bytes: number;
  /** The processor's time of the process that draws the page. */
  readonly pageMs: number;
  /** Of the browser's other processes. */
  readonly browserMs: number;
  readonly serverMs: number;
  /** By address without what is asked. */
  readonly asked: ReadonlyMap<string, { readonly count: number; readonly bytes: number }>;
}

/** Watches a page for so many seconds. Everything that comes counts, what a stream brings too. */
export async function watchTraffic(page: Page, server: number, seconds: number): Promise<Traffic> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("The page has no browser.");
  const processes = await browser.newBrowserCDPSession();
  const network = await page.context().newCDPSession(page);
  const asked = new Map<string, { count: number; bytes: number }>();
  const addresses = new Map<string, string>();
  const add = (id: string, bytes: number, count = 0) => {
    const address = addresses.get(id) ?? "the stream";
    const sum = asked.get(address) ?? { count: 0, bytes: 0 };
    asked.set(address, { count: sum.count + count, bytes: sum.bytes + bytes });
  };
  network.on("Network.requestWillBeSent", ({ requestId, request }) => {
    addresses.set(requestId, new URL(request.url).pathname);
    add(requestId, 0, 1);
  });
  // What has ended is told with its head, as it came. A stream does not end, and what it brings is told as it comes.
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    add(requestId, encodedDataLength),
  );
  network.on("Network.dataReceived", ({ requestId, encodedDataLength, dataLength }) => {
    if (!addresses.has(requestId)) add(requestId, encodedDataLength || dataLength);
  });
  await network.send("Network.enable");
  const times = async () => {
    const { processInfo } = await processes.send("SystemInfo.getProcessInfo");
    const sum = (ofPage: boolean) =>
      processInfo
        .filter(({ type }) => (type === "renderer") === ofPage)
        .reduce((total, { cpuTime }) => total + cpuTime * 1000, 0);
    return { page: sum(true), browser: sum(false), server: processMs(server) };
  };
  const before = await times();
  await page.waitForTimeout(seconds * 1000);
  const after = await times();
  await network.detach();
  await processes.detach();
  return {
    bytes: [...asked.values()].reduce((total, { bytes }) => total + bytes, 0),
    pageMs: after.page - before.page,
    browserMs: after.browser - before.browser,
    serverMs: after.server - before.server,
    asked,
  };
}
