// Every route of the build, tried by strangers, and by people whose tokens are for something else.
import { someOf } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import { policy, ruleOf } from "../../packages/dashboard/src/server/gate/policy.ts";
import {
  all,
  asks,
  asPage,
  bearer,
  expect,
  expectSafe,
  isFor,
  pathOf,
  routes,
  test,
} from "../crawl.ts";
import { SECRET, tryIt } from "../team.ts";

test("every route of the build has a rule, and every rule a route", () => {
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => !Object.hasOwn(policy, route))).toEqual([]);
  const own = Object.keys(policy).filter((route) => policy[route]?.by === undefined);
  expect(own.filter((route) => !routes.includes(route))).toEqual(["/_next/static/[...file]"]);
  // A route that the gate matches by another rule than its own would have the wrong one.
  for (const route of all)
    expect(ruleOf(route.replaceAll(/\[\w+\]/g, "a1")).route, route).toBe(route);
});

test("no route answers another site, whoever's cookie or token comes along", async ({ team }) => {
  const { url } = team.dashboard;
  for (const { route, tried } of asks(team)) {
    const named = `${tried.method ?? "GET"} ${tried.target}`;
    const known = { ...tried.headers, ...bearer(team.tokens.write) };
    for (const host of ["evil.example", "127.0.0.1.evil.example", "127.0.0.1", "0.0.0.0:80"]) {
      const told = await tryIt(url, { ...tried, headers: { ...known, host } });
      expect(told.status, `${named} as ${host}`).toBe(403);
      expectSafe(told, named);
    }
    for (const origin of ["http://evil.example", "null", `${url}.evil.example`]) {
      const told = await tryIt(url, { ...tried, headers: { ...known, origin } });
      expect([403, 405], `${named} from ${origin}: ${told.status}`).toContain(told.status);
      expect(told.headers["access-control-allow-origin"], named).toBeUndefined();
    }
    if (policy[route]?.by !== "ingest") {
      const site = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
      const told = await tryIt(url, { ...tried, headers: { ...known, ...site } });
      expect([403, 405], named).toContain(told.status);
    }
    for (const method of ["PUT", "PATCH", "DELETE", "PROPFIND", "OPTIONS"]) {
      const told = await tryIt(url, { ...tried, method, headers: known });
      const isPreflight = policy[route]?.by === "ingest" && method === "OPTIONS";
      if (!isPreflight) expect([400, 404, 405], `${method} ${route}`).toContain(told.status);
    }
  }
});

test("no route answers without a token that is right, not ended, and for it", async ({ team }) => {
  const { url } = team.dashboard;
  const { tokens } = team;
  const wrong = [undefined, "", `${tokens.write}x`, tokens.revoked, tokens.expired];
  for (const { route, tried } of asks(team)) {
    const who = isFor(route, tried);
    if (who === "anybody") continue;
    const named = `${tried.method ?? "GET"} ${tried.target}`;
    for (const token of wrong) {
      const auth = token === undefined ? {} : bearer(token);
      const told = await tryIt(url, { ...tried, headers: { ...tried.headers, ...auth } });
      // Of senders too many wrong tokens are told to wait.
      expect([401, 429], `${named} with ${token}: ${told.status}`).toContain(told.status);
      expect(told.text).not.toContain(SECRET);
      expectSafe(told, named);
    }
    const told = await tryIt(url, {
      ...tried,
      headers: { ...tried.headers, ...bearer(tokens.read) },
    });
    if (who === "writer") expect(told.status, named).toBe(403);
    else if (who === "reader") expect([200, 400, 404], named).toContain(told.status);
    expectSafe(told, named);
  }
});

test("who has a token of one project sees nothing of another on any route", async ({ team }) => {
  const { url } = team.dashboard;
  const fish = { ...team, runs: { ...team.runs, bird: team.runs.fish } };
  const questions = [
    "",
    `?project=${encodeURIComponent(team.projects.fish)}`,
    `?ids=${team.runs.fish}`,
    `?ids=${team.runs.fish}&ids=${team.runs.bird}&keys=loss`,
    `?run=${team.runs.fish}`,
    `?a=${team.runs.fish}&b=${team.runs.bird}`,
    "?key=loss&by=config&metric=loss&keys=loss",
    "?where=project:fish",
    "?text=project:&caret=8",
  ];
  const seed = newSeed();
  const readable = all.filter((route) => policy[route]?.read !== undefined);
  const cases = readable.flatMap((route) =>
    [pathOf(route, team), pathOf(route, fish), pathOf(route, fish, "fish")].flatMap((target, at) =>
      questions.map((question) => ({
        route: `${route} ${at}`,
        question,
        target: target + question,
      })),
    ),
  );
  for (const { target } of someOf(cases, seed, ({ route, question }) => [route, question])) {
    const told = await tryIt(url, { target, headers: bearer(team.tokens.birds) });
    expectSafe(told, `${target} (seed ${seed})`);
    // What was asked may be said again, as it was written.
    const isAsked = decodeURIComponent(target).includes(SECRET);
    if (!isAsked) expect(told.text, `${target} (seed ${seed})`).not.toContain(SECRET);
  }
  for (const route of all) {
    const { post } = policy[route] ?? {};
    const sent = { ...asPage(url), ...bearer(team.tokens.birds) };
    if (post?.who !== "writer") continue;
    for (const body of [
      { runs: [team.runs.fish], set: { notes: "owned" } },
      { changes: [{ runs: [team.runs.fish], set: { notes: "owned" } }] },
      [{ runs: [team.runs.fish], set: { notes: "owned" } }],
      { text: "owned", want: "stop" },
    ]) {
      const target = pathOf(route, fish, "fish");
      const told = await tryIt(url, {
        target,
        method: "POST",
        headers: sent,
        body: JSON.stringify(body),
      });
      expect([400, 404, 409], `${target}: ${told.text}`).toContain(told.status);
    }
  }
  const target = `/api/runs/${team.runs.fish}`;
  const { text } = await tryIt(url, { target, headers: bearer(team.tokens.write) });
  expect(text).toContain(SECRET);
  expect(text).not.toContain('owned"');
});
