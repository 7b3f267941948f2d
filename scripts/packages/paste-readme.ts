import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../run-command.ts";
import { codeBlocks } from "./code-blocks.ts";
import { must } from "./must.ts";

export interface PasteOptions {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Does without `npm install` lines: what they install is there. */
  readonly isInstalled: boolean;
  /** What the dashboard must have been given by the lines before. */
  readonly project?: string;
}

/** Does what a README says, line by line: saves the files it tells to save, and types its shell lines. */
export async function pasteReadme(readme: string, options: PasteOptions): Promise<void> {
  const blocks = codeBlocks(readFileSync(path.join(root, readme), "utf8"));
  const lines = blocks.filter(({ language }) => language === "sh").map(({ code }) => code);
  for (const { language, code, file } of blocks) {
    if (file !== undefined) {
      writeFileSync(path.join(options.folder, file), code);
      const isTyped = lines.some((line) => /^node /m.test(line) && line.includes(` ${file}`));
      if (!isTyped) await type(readme, `node ${file}`, options);
    } else if (language === "sh") {
      for (const line of code.trim().split("\n")) await type(readme, line, options);
    }
  }
}

async function type(readme: string, line: string, options: PasteOptions): Promise<void> {
  const { folder, env, isInstalled } = options;
  if (line.includes("#")) throw new Error(`${readme}: zsh takes no comment behind "${line}"`);
  // What is for a clone of the repository the other checks run.
  if (/^npm (?:start|test)/.test(line) || (isInstalled && line.startsWith("npm install"))) return;
  const [command = "", ...args] = line.split(" ");
  const isServer = line === "npx epochal" || line === "node dashboard.mjs";
  if (isServer) await serve(`${readme}: ${line}`, command, args, options);
  else await must(`${readme}: ${line}`, command, args, { cwd: folder, env });
}

/** Runs a line that serves the dashboard until it answers with the runs. */
async function serve(
  what: string,
  command: string,
  args: readonly string[],
  { folder, env, project }: PasteOptions,
): Promise<void> {
  const server = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    detached: true,
  });
  const end = () => {
    try {
      process.kill(-(server.pid ?? 0), "SIGKILL");
    } catch {
      // It has ended.
    }
  };
  process.once("exit", end);
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      const hear = (chunk: Buffer) => {
        said += chunk;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (address) resolve(address);
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.on("exit", (code) => reject(new Error(`${what} ended with ${code}:\n${said}`)));
    });
    const response = await fetch(project ? `${url}/api/runs?project=${project}` : url);
    const text = await response.text();
    if (!response.ok || !text.includes(project ? "val_auc" : "Epochal"))
      throw new Error(`${what}: ${url} answered ${response.status} ${text.slice(0, 500)}`);
    console.log(`  ${what}: ok`);
  } finally {
    end();
    process.off("exit", end);
  }
}
