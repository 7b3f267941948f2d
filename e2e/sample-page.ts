import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, preview } from "vite";
import { test as base, type Kept } from "./keeper.ts";

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
  const owner = {};
  return base.extend({
    baseURL: async ({ keeper }, use) => use(await keeper.keep(owner, () => openPage(name, of))),
    viewport,
  });
}

async function openPage(name: string, of: string): Promise<Kept<string>> {
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
  return {
    value: server.resolvedUrls?.local[0] ?? "",
    end: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
