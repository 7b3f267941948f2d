import { gzipSync } from "node:zlib";
import type { BrowserContext, Page, Request } from "@playwright/test";
import { percentile } from "../report.ts";
import { watchPage } from "./watch-page.ts";

/** What a page took to load. */
export interface PageFigures {
  readonly firstRowMs: number;
  /** Until nothing is asked for any more and the charts are drawn. */
  readonly completeMs: number;
  /** Besides scripts, styles and fonts. */
  readonly requests: number;
  readonly longestTaskMs: number;
  readonly layoutShift: number;
}

/** What a page asked its server for. */
export interface Asked {
  readonly path: string;
  readonly body?: string;
}

const quietMs = 500;
const longestMs = 60_000;
const looks = new Set(["script", "stylesheet", "font"]);

/** Loads an address several times in one browser, after once that does not count. Of each figure the median. */
export async function loadPage(
  context: BrowserContext,
  url: string,
  rounds: number,
): Promise<PageFigures> {
  await context.addInitScript(watchPage);
  const all: PageFigures[] = [];
  for (let round = 0; round <= rounds; round++) {
    const page = await context.newPage();
    const figures = await load(page, url);
    if (round > 0) all.push(figures);
    await page.close();
  }
  const middle = (of: (one: PageFigures) => number) => percentile(Float64Array.from(all, of), 0.5);
  return {
    firstRowMs: middle(({ firstRowMs }) => firstRowMs),
    completeMs: middle(({ completeMs }) => completeMs),
    requests: middle(({ requests }) => requests),
    longestTaskMs: middle(({ longestTaskMs }) => longestTaskMs),
    layoutShift: middle(({ layoutShift }) => layoutShift),
  };
}

/** The questions that a page asks when it is opened first, and the size of its scripts, in kilobytes after gzip: those that it begins with, and those that come after. */
export async function firstLoad(
  context: BrowserContext,
  url: string,
): Promise<{
  readonly asked: readonly Asked[];
  readonly scriptsKb: number;
  readonly laterKb: number;
}> {
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  const document = page.waitForResponse((response) => response.url() === url);
  await load(page, url);
  const html = await (await document).text();
  let [scriptsKb, laterKb] = [0, 0];
  const asked: Asked[] = [];
  for (const request of requests) {
    const { pathname, search } = new URL(request.url());
    if (request.resourceType() === "script") {
      const file = await (await request.response())?.body();
      const kilobytes = gzipSync(file ?? "").length / 1024;
      if (html.includes(pathname)) scriptsKb += kilobytes;
      else laterKb += kilobytes;
    }
    const body = request.postData();
    // What a page has its browser fetch beforehand is of no kind.
    if (request.resourceType() !== "eventsource" && pathname.startsWith("/api/"))
      asked.push({ path: pathname + search, ...(body !== null && { body }) });
  }
  await page.close();
  return { asked, scriptsKb, laterKb };
}

async function load(page: Page, url: string): Promise<PageFigures> {
  const waiting = new Set<Request>();
  let requests = 0;
  page.on("request", (request) => {
    if (!looks.has(request.resourceType())) requests++;
    if (request.resourceType() !== "eventsource") waiting.add(request);
  });
  for (const end of ["requestfinished", "requestfailed"] as const)
    page.on(end as "requestfinished", (request) => waiting.delete(request));
  await page.goto(url);
  const figures = await untilQuiet(page, waiting);
  return { ...figures, requests };
}

/** Waits until for a while nothing is asked for and nothing drawn. */
export async function untilQuiet(
  page: Page,
  waiting: ReadonlySet<Request>,
): Promise<Omit<PageFigures, "requests">> {
  for (const begin = Date.now(); Date.now() - begin < longestMs; ) {
    await page.waitForTimeout(200);
    const { noted, now, answered } = await page.evaluate(() => ({
      noted: window.noted,
      now: performance.now(),
      answered: Math.max(
        0,
        ...performance
          .getEntriesByType("resource")
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd),
      ),
    }));
    const last = Math.max(noted.drawn, noted.firstRow, answered);
    if (waiting.size > 0 || noted.firstRow === 0 || now - last < quietMs) continue;
    return {
      firstRowMs: noted.firstRow,
      completeMs: last,
      longestTaskMs: noted.longestTask,
      layoutShift: noted.layoutShift,
    };
  }
  throw new Error(`${page.url()} is not quiet after ${longestMs / 1000} s.`);
}
