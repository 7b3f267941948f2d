import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Runs a command, shows it and what it says, and tells whether it succeeded. */
export function runShown(command: string, ...args: string[]): boolean {
  console.log(`$ ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { stdio: "inherit", timeout: 600_000 }).status === 0;
}

/** Installs Debian packages where there is apt and the right to use it; tells whether they are there now. */
export function installWithApt(...packages: string[]): boolean {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [command = "", ...rest] = [...asRoot, "apt-get", ...args];
    return runShown(command, ...rest);
  };
  const install = () => apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
  return install() || (apt("update", "-qq") && install());
}
