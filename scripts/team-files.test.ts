// What a team's server is started with: whether programs that read such files can.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";

const folder = path.join(import.meta.dirname, "../docs/team");
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");

interface Service {
  readonly image: string;
  readonly volumes: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: object;
}

test("compose.yaml is YAML, and names what is there", () => {
  const document = parseDocument(read("compose.yaml"), { strict: true, uniqueKeys: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  const { services, volumes } = document.toJS() as {
    readonly services: Readonly<Record<string, Service>>;
    readonly volumes: object;
  };
  for (const { volumes: mounted, depends_on = {}, image } of Object.values(services)) {
    expect(image).toMatch(/^[a-z]+:\d+$/);
    for (const [source = ""] of mounted.map((mount) => mount.split(":"))) {
      if (source.startsWith(".")) expect(existsSync(path.join(folder, source)), source).toBe(true);
      else expect(Object.keys(volumes)).toContain(source);
    }
    for (const other of Object.keys(depends_on)) expect(Object.keys(services)).toContain(other);
  }
  const store = services.dashboard?.environment.EPOCHAL_STORE ?? "";
  expect(new URL(store.replaceAll(/\$\{[^}]*\}/g, "x")).hostname).toBe("database");
});

test("the script that makes the database is one for a shell", () => {
  execFileSync("/bin/sh", ["-n", path.join(folder, "make-database.sh")]);
});

/** The words of systemd that the unit may use, by section. */
const known: Readonly<Record<string, readonly string[]>> = {
  Unit: ["Description", "Documentation", "Wants", "After"],
  Service: [
    ...["Type", "DynamicUser", "StateDirectory", "WorkingDirectory", "EnvironmentFile"],
    ...["Environment", "ExecStart", "Restart", "RestartSec", "NoNewPrivileges", "PrivateDevices"],
    ...["PrivateTmp", "ProtectHome", "ProtectSystem"],
  ],
  Install: ["WantedBy"],
};

test("the unit for systemd has its sections and words", () => {
  let section = "";
  const seen = new Set<string>();
  for (const line of read("epochal.service").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [, head] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (head !== undefined) section = head;
    else {
      const [, word = "", value = ""] = /^(\w+)=(.+)$/.exec(line) ?? [];
      expect(known[section], line).toContain(word);
      expect(value, line).not.toBe("");
      seen.add(word);
    }
  }
  expect(seen).toContain("ExecStart");
  const verify = "/usr/bin/systemd-analyze";
  if (!existsSync(verify)) return;
  try {
    const said = execFileSync(verify, ["verify", path.join(folder, "epochal.service")], {
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    });
    expect(said).toBe("");
  } catch (error) {
    // Where npx is elsewhere it says so, and that is no fault of the unit.
    const { stderr = "" } = error as { stderr?: string };
    expect(
      stderr.split("\n").filter((line) => line !== "" && !/not executable/.test(line)),
    ).toEqual([]);
  }
});
