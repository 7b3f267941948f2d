import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runCommand } from "../run-command.ts";
import { must } from "./must.ts";

const record = `
import { openStore } from "@epochal/store";
openStore("bundled/runs.db").then(async (store) => {
  const run = await store.startRun({ project: "bundled", name: "first" });
  await run.track(() => run.log({ loss: 1 }));
  await store.close();
  console.log("recorded");
});
`;
const inBrowser = `
import { openStore } from "@epochal/store";
openStore().catch((error) => console.log(error.message));
`;
const layout = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
const page = `import { connection } from "next/server";
import { openStore } from "@epochal/store";
export default async function Page() {
  await connection();
  const store = await openStore("bundled/runs.db");
  const { runs } = await store.listRuns();
  await store.close();
  return <pre>{runs.map(({ name, status }) => name + " is " + status.state).join()}</pre>;
}
`;
const clientPage = `"use client";
import { openStore } from "@epochal/store";
import { useEffect, useState } from "react";
export default function Page() {
  const [said, setSaid] = useState("");
  useEffect(() => {
    openStore().catch((error) => setSaid(error.message));
  }, []);
  return <p>{said}</p>;
}
`;

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

async function say(what: string, file: string, folder: string, expected: RegExp): Promise<void> {
  const { code, output } = await runCommand("node", [file], { cwd: folder, quiet: true });
  if (code !== 0 || !expected.test(output))
    throw new Error(`${what} ended with ${code} and said ${output}`);
  console.log(`  ${what}: ok`);
}

/** The store in a bundle for Node.js records as it does unbundled; in one for a browser it says that it is for Node.js. */
export async function checkBundles(folder: string): Promise<void> {
  write(folder, { "bundle/record.mjs": record, "bundle/in-browser.mjs": inBrowser });
  for (const format of ["esm", "cjs"]) {
    const out = `bundle/record.out.${format === "esm" ? "mjs" : "cjs"}`;
    const options = ["--platform=node", `--format=${format}`, "--external:better-sqlite3"];
    const all = ["bundle/record.mjs", "--bundle", `--outfile=${out}`, ...options];
    await must(`esbuild ${options.join(" ")}`, "esbuild", all, { cwd: folder });
    await say(`the store in a bundle for Node.js, ${format}`, out, folder, /^recorded\n$/);
  }
  const out = "bundle/in-browser.out.mjs";
  const all = ["bundle/in-browser.mjs", "--bundle", `--outfile=${out}`, "--platform=browser"];
  await must("esbuild --platform=browser", "esbuild", all, { cwd: folder });
  const sentence = /^@epochal\/store is for Node\.js: it keeps runs in a file\..*\n$/;
  await say("the store in a bundle for a browser", out, folder, sentence);
}

/** A page that Next.js renders reads the store, whichever bundler builds it. Next.js is installed in `folder`. */
export async function checkNextPage(
  folder: string,
  bundler: "turbopack" | "webpack",
): Promise<void> {
  write(folder, {
    "app/layout.jsx": layout,
    "app/page.jsx": page,
    "app/client/page.jsx": clientPage,
    "bundle/record.mjs": record,
  });
  await say("a run to read", "bundle/record.mjs", folder, /^recorded\n$/);
  await must(`next build --${bundler}`, "npx", ["next", "build", `--${bundler}`], { cwd: folder });
  const next = path.join(folder, "node_modules/next/dist/bin/next");
  const server = spawn("node", [next, "start", "--hostname", "127.0.0.1", "--port", "0"], {
    cwd: folder,
  });
  let said = "";
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (address && said.includes("Ready")) resolve(address);
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.on("exit", (code) => reject(new Error(`next start ended with ${code}:\n${said}`)));
    });
    const pages = await Promise.all([1, 2, 3].map(async () => (await fetch(url)).text()));
    if (!pages.every((it) => it.includes("first is finished")) || said.includes("EpochalWarning"))
      throw new Error(`A page built with ${bundler} says ${pages[0]}\n${said}`);
    console.log(`  a page built with ${bundler} reads the store: ok`);
  } finally {
    server.kill("SIGKILL");
  }
}
