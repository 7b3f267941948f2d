import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as bands } from "../app/api/bands/route.ts";
import { GET as diff } from "../app/api/diff/route.ts";
import { GET as facets } from "../app/api/facets/route.ts";
import { GET as groups } from "../app/api/groups/route.ts";
import { GET as histograms } from "../app/api/histograms/route.ts";
import { GET as like } from "../app/api/like/route.ts";
import { GET as runs } from "../app/api/runs/route.ts";
import { GET as series } from "../app/api/series/route.ts";
import { GET as traces } from "../app/api/traces/route.ts";
import { GET as verdict } from "../app/api/verdict/route.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-answers-"));
let here = "";
let inTrash = "";

beforeAll(async () => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
  const writer = await openStore(process.env.EPOCHAL_STORE);
  const record = async () => {
    const run = await writer.startRun({ project: "birds", record: false });
    run.log({ loss: 1 }, { epoch: 0 });
    await run.finish();
    return run.id;
  };
  here = await record();
  inTrash = await record();
  await writer.deleteRuns([inTrash]);
  await writer.close();
}, 120_000);

afterAll(async () => {
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

type Route = (request: Request) => Promise<Response>;

const ofRuns: Readonly<Record<string, readonly [Route, object]>> = {
  runs: [runs, {}],
  facets: [facets, {}],
  verdict: [verdict, {}],
  traces: [traces, {}],
  series: [series, { keys: ["loss"] }],
  bands: [bands, { key: "loss" }],
  groups: [groups, { by: ["config"], metric: "loss" }],
};
const ofOne: Readonly<Record<string, readonly [Route, (id: string) => object]>> = {
  like: [like, (run) => ({ run })],
  histograms: [histograms, (run) => ({ run })],
  diff: [diff, (a) => ({ a, b: here })],
};

const ask = (route: Route, question: object) =>
  route(new Request("http://here/", { method: "POST", body: JSON.stringify(question) }));

test.each(Object.keys(ofRuns))("/api/%s says which run is not there, with 404", async (name) => {
  const [route, question] = ofRuns[name] ?? [];
  if (!route) throw new Error(`There is no route ${name}.`);
  const answer = await ask(route, { ...question, ids: ["nobody"] });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ error: "There is no run nobody." });
  // One of several may have been removed a moment ago, and one in the trash is there.
  for (const ids of [[here, "nobody"], [inTrash]])
    expect((await ask(route, { ...question, ids })).status, String(ids)).toBe(200);
});

test.each(Object.keys(ofOne))("/api/%s of a run that is not there is 404", async (name) => {
  const [route, questionOf] = ofOne[name] ?? [];
  if (!route || !questionOf) throw new Error(`There is no route ${name}.`);
  const answer = await ask(route, questionOf("nobody"));
  expect(answer.status).toBe(404);
  expect(((await answer.json()) as { readonly error: string }).error).toContain("nobody");
});
