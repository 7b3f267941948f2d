import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { expect, type Page, test } from "@playwright/test";
import { startPageDashboard } from "../page-dashboard.ts";
import { serveFiles } from "../serve-files.ts";

const root = path.join(import.meta.dirname, "../..");
const browser = path.join(root, "examples/browser");

/** Lets a page of these folders train, and looks at the run. */
async function trainIn(page: Page, folders: Readonly<Record<string, string>>, file: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-bundle-"));
  const server = await serveFiles(folders);
  const dashboard = await startPageDashboard({ folder, origins: [server.origin] });
  try {
    const { url, token } = dashboard;
    await page.goto(`${server.origin}/${file}?url=${encodeURIComponent(url)}&token=${token}`);
    const status = page.getByRole("status");
    await expect(status).toContainText(/^Trained: \w+$/);
    const [, id = ""] = /: (\w+)$/.exec((await status.textContent()) ?? "") ?? [];
    const store = await openStore(path.join(folder, "runs.db"));
    const { project, status: stands, series } = await store.getRun(id);
    await store.close();
    expect({ project, state: stands.state }).toEqual({ project: "moons", state: "finished" });
    expect(series.find(({ key }) => key === "val_auc")?.count).toBe(5);
  } finally {
    dashboard.process.kill("SIGKILL");
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a page without a bundler trains and records, by an import map @full", async ({ page }) => {
  const packageOf = (name: string, from: string) => {
    const file = createRequire(path.join(root, from, "package.json")).resolve(name);
    return file.slice(0, file.lastIndexOf(`/${name}/`) + name.length + 2);
  };
  const own = ["callbacks", "conclusions", "record"].map((name) => [
    `/node_modules/@epochal/${name}/`,
    path.join(root, "packages", name),
  ]);
  const others = [
    ["@tensorflow/tfjs", "packages/callbacks"],
    ["diff", "packages/conclusions"],
    ["simple-statistics", "packages/conclusions"],
    ["valibot", "packages/record"],
  ].map(([name = "", from = ""]) => [`/node_modules/${name}/`, packageOf(name, from)]);
  await trainIn(page, Object.fromEntries([...own, ...others, ["/", browser]]), "no-bundler.html");
});

for (const bundler of ["webpack", "turbopack"]) {
  test(`a page of Next that ${bundler} bundles trains and records @full`, async ({ page }) => {
    test.setTimeout(300_000);
    const app = path.join(browser, "with-next");
    const next = createRequire(path.join(root, "packages/dashboard/package.json")).resolve(
      "next/dist/bin/next",
    );
    execFileSync(process.execPath, [next, "build", `--${bundler}`], {
      cwd: app,
      stdio: "pipe",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" },
    });
    await trainIn(page, { "/": path.join(app, "out") }, "");
  });
}
