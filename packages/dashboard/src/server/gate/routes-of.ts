import { readFileSync } from "node:fs";
import path from "node:path";

/** The routes of a build, as its own manifest lists them: `/runs/[id]`. */
export function routesOf(build: string): readonly string[] {
  const file = path.join(build, ".next/server/app-paths-manifest.json");
  const pages = Object.keys(JSON.parse(readFileSync(file, "utf8")) as object);
  return pages.map((page) => page.replace(/\/(?:page|route)$/, "") || "/");
}
