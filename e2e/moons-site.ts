import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { expect, type Page } from "@playwright/test";
import { build, type PreviewServer, preview } from "vite";
import { type PageDashboard, startPageDashboard } from "./page-dashboard.ts";

/** The page of `examples/browser` on a server of its own, and a dashboard that it may send to. */
export class MoonsSite {
  /** The folder that is served. */
  readonly served: string;
  readonly origin: string;
  readonly store: Store;
  dashboard: PageDashboard;
  readonly #folder: string;
  readonly #server: PreviewServer;

  private constructor(
    folder: string,
    server: PreviewServer,
    dashboard: PageDashboard,
    store: Store,
  ) {
    this.#folder = folder;
    this.#server = server;
    this.served = path.join(folder, "page");
    this.origin = originOf(server);
    this.dashboard = dashboard;
    this.store = store;
  }

  static async open(): Promise<MoonsSite> {
    const folder = mkdtempSync(path.join(tmpdir(), "epochal-moons-"));
    const root = path.join(import.meta.dirname, "../examples/browser");
    const outDir = path.join(folder, "page");
    const shared = { configFile: false, root, logLevel: "warn" } as const;
    const options = { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5000 };
    await build({ ...shared, build: options });
    const resolve = createRequire(path.join(root, "../package.json")).resolve;
    const wasm = path.dirname(resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"));
    mkdirSync(path.join(outDir, "wasm"));
    cpSync(wasm, path.join(outDir, "wasm"), {
      recursive: true,
      filter: (file) => !file.includes(".") || file.endsWith(".wasm") || file === wasm,
    });
    const server = await preview({
      ...shared,
      build: options,
      preview: { host: "127.0.0.1", port: 0 },
    });
    const dashboard = await startPageDashboard({ folder, origins: [originOf(server)] });
    return new MoonsSite(folder, server, dashboard, await openStore(path.join(folder, "runs.db")));
  }

  /** The address of a page that trains on the processor, and sends here. */
  address(more = ""): string {
    return `${this.origin}/?backend=cpu&url=${encodeURIComponent(this.dashboard.url)}&token=${this.dashboard.token}${more}`;
  }

  /** Starts the dashboard again, at the same port. */
  async restart(): Promise<void> {
    const { port } = new URL(this.dashboard.url);
    const args = { folder: this.#folder, origins: [this.origin], port };
    this.dashboard = await startPageDashboard(args);
  }

  /** Ends it at once. */
  kill(): void {
    this.dashboard.process.kill("SIGKILL");
  }

  async newest() {
    const { runs } = await this.store.listRuns({ project: "moons", order: ["started"], limit: 1 });
    return runs[0];
  }

  /** The run of a page that has begun to train. */
  async running(): Promise<string> {
    await expect.poll(async () => (await this.newest())?.status.state).toBe("running");
    return (await this.newest())?.id ?? "";
  }

  async stateOf(id: string): Promise<string> {
    return (await this.store.getRun(id)).status.state;
  }

  /** How many epochs there are of a run, and whether none before the last one is missing. */
  async epochsIn(id: string): Promise<{ readonly total: number; readonly areAll: boolean }> {
    // A long series comes back thinned. A step is there once or not at all.
    const { total, step } = await this.store.readSeries({ run: id, key: "val_auc" });
    return { total, areAll: total === Number(step.at(-1)) + 1 };
  }

  async close(): Promise<void> {
    this.kill();
    await this.store.close();
    await this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function originOf(server: PreviewServer): string {
  return new URL(server.resolvedUrls?.local[0] ?? "").origin;
}

/** What makes a page train until somebody ends it. */
export const endless = "&epochs=1000000&patience=1000000";

export async function epochOf(page: Page): Promise<number> {
  return Number((await page.locator("body").getAttribute("data-epoch")) ?? -1);
}

/** Waits until a page has trained so many epochs. */
export function trained(page: Page, epochs: number): Promise<void> {
  return expect.poll(() => epochOf(page)).toBeGreaterThanOrEqual(epochs - 1);
}
