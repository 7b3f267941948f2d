// Whatever strangers write into addresses, bodies and texts of every route: it is refused, or it is text.
import { someOf } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import { policy } from "../../packages/dashboard/src/server/gate/policy.ts";
import { all, asPage, bearer, expect, expectSafe, pathOf, test } from "../crawl.ts";
import { MARKUP, SECRET, tryIt } from "../team.ts";

const ODD = [
  "../../../../etc/passwd",
  "..%2f..%2f..%2fetc%2fpasswd",
  "..%252f..%252fetc%252fpasswd",
  "..;/..;/etc/passwd",
  "a;b=c",
  "%00",
  "a%00.db",
  "..\\..\\etc\\passwd",
  "%5c..%5c..",
  "%c0%ae%c0%ae",
  "%ff",
  "' OR 1=1 --",
  "1; DROP TABLE runs",
  "<script>window.owned=1</script>",
  "{{7*7}}#{7*7}",
  "constructor",
  "__proto__",
  "a".repeat(5_000),
] as const;
const NAMES =
  "project ids where run a b keys key metric by x center spread points from to text caret order columns group since until offset limit".split(
    " ",
  );

test("odd text in every parameter is refused or is text", async ({ team }) => {
  const seed = newSeed();
  const { url } = team.dashboard;
  const headers = bearer(team.tokens.read);
  const readable = all.filter((route) => policy[route]?.read === "reader");
  const inPath = readable.flatMap((route) => {
    const parts = route.split("/");
    return parts.flatMap((part, at) =>
      part.startsWith("[")
        ? ODD.map((odd) => ({ route, odd, target: parts.with(at, odd).join("/") }))
        : [],
    );
  });
  const inQuestion = readable.flatMap((route) =>
    NAMES.flatMap((name) =>
      ODD.map((odd) => ({
        ...{ route, odd },
        target: `${pathOf(route, team)}?${name}=${encodeURIComponent(odd)}`,
      })),
    ),
  );
  const cases = [
    ...someOf(inPath, seed, ({ route, odd }) => [route, odd]),
    ...someOf(inQuestion, seed, ({ route, odd }) => [route, odd]),
  ];
  expect(cases.length).toBeGreaterThan(40);
  for (const { target } of cases) {
    const sent = target.replaceAll(/[^!-~]/g, encodeURIComponent);
    const told = await tryIt(url, { target: sent, headers });
    expectSafe(told, `${sent} (seed ${seed})`);
    const isPage = told.headers["content-type"]?.includes("html") ?? false;
    if (isPage) expect(told.text, sent).not.toContain("<script>window.owned");
  }
});

test("bodies that are too large, malformed, nested or of another type are refused", async ({
  team,
}) => {
  const { url } = team.dashboard;
  const { write } = team.tokens;
  for (const route of all) {
    const { post, by } = policy[route] ?? {};
    if (post === undefined) continue;
    const isIngest = by === "ingest";
    const target = pathOf(route, team) + (isIngest ? "?journal=of-the-crawl-test&from=0" : "");
    const type = isIngest ? "application/x-ndjson" : "application/json";
    const sent = isIngest ? {} : asPage(url);
    const headers = { ...sent, "content-type": type, ...bearer(write) };
    const send = async (body: string, more: Readonly<Record<string, string>> = {}) => {
      const told = await tryIt(url, {
        target,
        method: "POST",
        headers: { ...headers, ...more },
        body,
      });
      expectSafe(told, `${route} with ${body.slice(0, 60)}`);
      return told.status;
    };
    // Refused by its stated length, before any of it is sent.
    const large = await tryIt(url, {
      ...{ target, method: "POST" },
      headers: { ...headers, "content-length": String(post.bytes + 1), expect: "100-continue" },
    });
    expect([413, 0], route).toContain(large.status);
    for (const odd of [
      "{",
      "",
      "[",
      '"a"',
      "null",
      "\0",
      `{"a":${"[".repeat(20_000)}`,
      "\ud800{}",
    ]) {
      const status = await send(odd);
      const isNothing = policy[route]?.by !== undefined || odd === "";
      if (!isNothing)
        expect([400, 404, 409], `${route} with ${odd.slice(0, 20)}`).toContain(status);
    }
    const deep = `{"runs":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
    expect([200, 400, 404, 409, 413], route).toContain(await send(isIngest ? `${deep}\n` : deep));
    for (const other of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
      expect([405, 415], `${route} as ${other}`).toContain(
        await send("{}", { "content-type": other }),
      );
  }
});

test("a person logs in, sees their project, and nothing that others wrote there runs", async ({
  team,
  page,
}) => {
  const { url } = team.dashboard;
  const noise: string[] = [];
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("dialog", (dialog) => noise.push(dialog.message()));
  page.on("console", (said) => {
    // Chromium itself logs an answer that says that nobody is logged in, or that this is no query.
    if (said.type() === "error" && !/status of 40[014]/.test(said.text())) noise.push(said.text());
  });
  await page.goto(`${url}/trash`);
  await expect(page).toHaveURL(/\/login\?to=%2Ftrash$/);
  const field = page.getByLabel("Token");
  await field.fill(`${team.tokens.birds}x`);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("alert")).toHaveText("This token is unknown.");
  await field.fill(team.tokens.birds);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(`${url}/trash`);
  expect(await page.evaluate(() => document.cookie)).not.toContain("epochal-session");
  const { runs, projects } = team;
  const birds = `/projects/${encodeURIComponent(projects.birds)}`;
  const group = `/diff/groups?project=${encodeURIComponent(projects.birds)}`;
  for (const target of [
    "/",
    birds,
    `${birds}/parameters`,
    `${birds}?where=${encodeURIComponent(MARKUP)}`,
    `/runs/${runs.bird}`,
    `/diff/${runs.bird}...${runs.second}`,
    group,
    "/trash",
    `/runs/${runs.fish}`,
    `/nowhere/${encodeURIComponent(MARKUP)}`,
  ]) {
    await page.goto(url + target);
    await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toBeVisible();
    await expect(page.locator("main, [id=content], h1").first()).toBeVisible();
    expect(await page.content(), target).not.toContain(SECRET);
    expect(await page.evaluate(() => "owned" in window), target).toBe(false);
  }
  expect(noise).toEqual([]);
  await page.goto(url);
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL(`${url}/login`);
  await page.goto(`${url}/runs/${runs.bird}`);
  await expect(page.getByLabel("Token")).toBeVisible();
});

test("who may change runs sees the buttons for it, and who may only read sees why there are none", async ({
  team,
  page,
}) => {
  const { url } = team.dashboard;
  const { runs, projects } = team;
  const changes = page.getByRole("button", {
    name: /^(?:Rename|Take off|Tags and notes|Tag them|Add|Edit|Archive$|Delete|Restore)/,
  });
  for (const may of ["birds", "read"] as const) {
    await page.context().clearCookies();
    await page.goto(`${url}/login`);
    await page.getByLabel("Token").fill(team.tokens[may]);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page).toHaveURL(`${url}/`);
    for (const target of [
      `/runs/${runs.bird}`,
      `/projects/${encodeURIComponent(projects.birds)}?select=${runs.bird}`,
    ]) {
      await page.goto(url + target);
      await expect(page.getByRole("article").first()).toContainText("points");
      const why = page.getByText("This token may only read.");
      await expect(why).toHaveCount(may === "read" ? 1 : 0);
      if (may === "read") {
        await expect(changes).toHaveCount(0);
        await expect(page.getByRole("textbox", { name: /tag|note/i })).toHaveCount(0);
      } else expect(await changes.count()).toBeGreaterThan(2);
    }
  }
});
