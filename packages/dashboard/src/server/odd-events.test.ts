import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type RunDetails, type Store } from "@epochal/store";
import { garbled, sampleEvents } from "@epochal/testing/sample-events";
import Database from "better-sqlite3";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { type ContextType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LiveProvider } from "../live/live-provider.tsx";
import { CardPanel } from "../run/card-panel.tsx";
import { heatMap } from "../run/histograms/heat-map.ts";
import { RunPage } from "../run/run-page.tsx";
import { toRunView } from "../wire/run-json.ts";

type Event = RunDetails["events"][number]["event"];

const folder = mkdtempSync(path.join(tmpdir(), "epochal-odd-"));
const { card, ...others } = sampleEvents;
const types = Object.values(others);
let store: Store;

beforeAll(async () => {
  store = await openStore(path.join(folder, "runs.db"));
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As another version, or somebody with SQL, has written them: a run refuses events that lack a field. */
function insertEvents(run: string, events: readonly unknown[]): void {
  const db = new Database(path.join(folder, "runs.db"));
  const insert = db.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?)");
  for (const [at, event] of events.entries())
    insert.run(run, 1000 + at, at, String((event as Event).type), JSON.stringify(event));
  db.close();
}

const nothing = () => undefined;
/** A page that is rendered alone goes nowhere. */
const router = {
  ...{ back: nothing, forward: nothing, refresh: nothing, push: nothing, replace: nothing },
  prefetch: nothing,
} as unknown as ContextType<typeof AppRouterContext>;

/** The page of a run that logged three epochs and these events, as the server renders it. */
async function page(name: string, events: readonly unknown[]): Promise<string> {
  const run = await store.startRun({ project: "birds", name, record: false });
  for (let epoch = 0; epoch < 3; epoch++) run.log({ loss: 1, val_auc: 0.8 }, { epoch });
  await run.finish();
  insertEvents(run.id, events);
  const view = toRunView(await store.getRun(run.id), await store.concludeRun(run.id));
  const initial = { project: "birds", revision: 1, runs: [view], total: 1 };
  const context = { offers: [], neighbours: { total: 1 } };
  const shown = createElement(RunPage, { initial, id: run.id, context });
  return renderToStaticMarkup(
    createElement(
      AppRouterContext.Provider,
      { value: router },
      createElement(NuqsTestingAdapter, null, createElement(LiveProvider, null, shown)),
    ),
  );
}

test("the page of a run shows an event of every type", async () => {
  const html = await page("sound", types);
  expect(html).not.toMatch(/undefined|\[object|cannot be read/);
});

test("the page of a run survives whatever of its events is missing or odd", async () => {
  const events = types.flatMap(garbled).filter((odd) => typeof (odd as Event).type === "string");
  const html = await page("odd", events);
  const told = types.filter(({ type }) => type !== "histogram");
  for (const { type } of told) expect(html).toContain(`The event ${type} cannot be read, it has`);
  expect(html).not.toContain("undefined");
});

test("histograms that cannot be read are counted, and the others are shown", () => {
  const odd = garbled(sampleEvents.histogram) as Event[];
  const { total, unread } = heatMap([sampleEvents.histogram, ...odd] as never[]);
  expect(total).toBeGreaterThan(0);
  expect(unread).toBeGreaterThan(0);
});

test("a card is shown as far as it can be read", () => {
  for (const odd of garbled(card) as Event[]) {
    const html = renderToStaticMarkup(
      createElement(CardPanel, { events: [{ at: 0, event: odd }] }),
    );
    expect(html, JSON.stringify(odd)).toContain("Reproducibility card");
  }
});
