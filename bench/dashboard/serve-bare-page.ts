import { fileURLToPath } from "node:url";
import type { BrowserContext } from "@playwright/test";
import { build } from "esbuild";
import type { Asked } from "./load-page.ts";

const entry = fileURLToPath(new URL("bare-page.ts", import.meta.url));

/** Answers an address of the dashboard with a bare page that asks the dashboard's server the same questions. @returns the address */
export async function serveBarePage(
  context: BrowserContext,
  url: string,
  project: string,
  questions: readonly Asked[],
): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const script = built.outputFiles[0]?.text ?? "";
  const rowsPath = `/api/runs?project=${encodeURIComponent(project)}&limit=100`;
  const asked = JSON.stringify({ rowsPath, questions }).replaceAll("<", "\\u003c");
  const body = `<!doctype html><meta charset="utf-8"><title>Bare</title><body><script type="application/json" id="asked">${asked}</script><script type="module">${script.replaceAll("</script", "<\\/script")}</script></body>`;
  const address = `${url}/bare`;
  await context.route(address, (route) => route.fulfill({ contentType: "text/html", body }));
  return address;
}
