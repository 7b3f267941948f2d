// What the stories of strangers share: a dashboard that others may use, and every route of its build.
import path from "node:path";
import { expect } from "@playwright/test";
import { policy } from "../packages/dashboard/src/server/gate/policy.ts";
import { routesOf } from "../packages/dashboard/src/server/gate/routes-of.ts";
import { test as plain } from "./keeper.ts";
import { openTeam, type Team, type Told, type Tried } from "./team.ts";

/** A story of a dashboard that the stories of a file share. */
export const test = plain.extend<{ readonly team: Team }>({
  team: async ({ keeper }, use) => use(await keeper.keep(plain, openTeam)),
});

const dist = path.join(import.meta.dirname, "../packages/dashboard/dist");
/** The routes of the build. */
export const routes = routesOf(dist);
/** Those of the build, and those that are answered before Next. */
export const all = [...new Set([...routes, ...Object.keys(policy)])].filter(
  (route) => !/^\/_|\[\.\.\./.test(route),
);

/** A route with its parameters filled in. */
export function pathOf(
  route: string,
  { runs, projects }: Team,
  run: "bird" | "fish" = "bird",
): string {
  const project = run === "bird" ? projects.birds : projects.fish;
  return route
    .replace("[id]", runs[run])
    .replace("[project]", encodeURIComponent(project))
    .replace("[pair]", `${runs[run]}...${runs.second}`);
}

/** How a program brings a token along. */
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** What a page of the dashboard sends along, and a stranger does, too. */
export function asPage(url: string) {
  return { origin: url, "content-type": "application/json", "sec-fetch-site": "same-origin" };
}

/** Nothing that is refused or asked wrongly is a fault of the server, and no answer has what it must not have. */
export function expectSafe({ status, text, headers }: Told, what: string): void {
  expect(status, `${what}: ${text.slice(0, 200)}`).toBeLessThan(500);
  expect(text, what).not.toMatch(/root:.*:0:0:|SQLITE_|at Object\.<anonymous>/);
  if (status === 0) return;
  expect(headers["content-security-policy"], what).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"], what).toBe("nosniff");
}

/** Each route, as it is read and as it is written. */
export function asks(team: Team): { readonly route: string; readonly tried: Tried }[] {
  const { url } = team.dashboard;
  return all.flatMap((route) => {
    const target = pathOf(route, team);
    const { read, post } = policy[route] ?? {};
    return [
      ...(read === undefined ? [] : [{ route, tried: { target } }]),
      ...(post === undefined
        ? []
        : [{ route, tried: { target, method: "POST", headers: asPage(url), body: "{}" } }]),
    ];
  });
}

/** Who may ask it. */
export const isFor = (route: string, tried: Tried) =>
  tried.method === "POST" ? policy[route]?.post?.who : policy[route]?.read;

export { expect };
