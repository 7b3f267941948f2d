import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";
import { build, preview } from "vite";

/**
 * A test with a page that is built once for all of a file.
 *
 * @param name of its folder in the tests of a package
 */
export function samplePage(
  name: string,
  viewport: { width: number; height: number },
  of: "dashboard" | "panel" = "dashboard",
) {
  return base.extend<object, { readonly address: string }>({
    address: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted
      async ({}, use) => {
        const folder = mkdtempSync(path.join(tmpdir(), `epochal-${name}-`));
        const root = path.join(import.meta.dirname, "../packages", of, "test", name);
        const shared = { configFile: false, root, logLevel: "error" } as const;
        const options = { outDir: folder, emptyOutDir: true };
        await build({ ...shared, build: options });
        const server = await preview({
          ...shared,
          build: options,
          preview: { host: "127.0.0.1", port: 0 },
        });
        await use(server.resolvedUrls?.local[0] ?? "");
        await server.close();
        rmSync(folder, { recursive: true, force: true });
      },
      { scope: "worker" },
    ],
    baseURL: ({ address }, use) => use(address),
    viewport,
  });
}
