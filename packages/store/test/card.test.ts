import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RunCard } from "@epochal/record";
import { describe, expect, it } from "vitest";
import { openStore } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { tempFolder } from "./temp-folder.ts";

const hidden = "[left out: it looks like a secret]";

interface Recorded {
  readonly card: RunCard;
  readonly config: Readonly<Record<string, unknown>>;
  /** Everything that was written, as text. */
  readonly bytes: string;
}

interface Started {
  readonly folder: string;
  readonly args?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Starts a program in a folder, and reads what its run's card says. */
async function record({ folder, args = [], variables = {} }: Started): Promise<Recorded> {
  const location = path.join(tempFolder(), "runs.db");
  const { PATH, NODE_OPTIONS } = process.env;
  const env = { PATH, NODE_OPTIONS, TEST_STORE: location, ...variables };
  const end = await runProgram("card.ts", args, { cwd: folder, env }).ended;
  expect(end).toMatchObject({ code: 0, stderr: "" });
  const store = await openStore(location);
  const [summary] = (await store.listRuns()).runs;
  const { events, config } = await store.getRun(summary?.id ?? "");
  await store.close();
  const cards = events.map(({ event }) => (event.type === "card" ? event.card : {}));
  const files = readdirSync(path.dirname(location), { recursive: true, withFileTypes: true });
  const bytes = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(path.join(file.parentPath, file.name), "latin1"))
    .join("");
  return { card: Object.assign({}, ...cards) as RunCard, config, bytes };
}

/** A repository with a script, a lockfile and a file of secrets, all committed. */
function newRepository(): string {
  const folder = tempFolder();
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
  writeFileSync(path.join(folder, "train.ts"), "const epochs = 10;\nfit(epochs);\n");
  writeFileSync(path.join(folder, "package-lock.json"), '{ "tfjs": "4.21.0" }\n');
  writeFileSync(path.join(folder, ".env"), "SERVICE=none\n");
  git("init", "-q", "-b", "trunk");
  git("add", "-A");
  const author = ["-c", "user.name=ana", "-c", "user.email=ana@example.org"];
  git(...author, "commit", "-q", "-m", "Train birds");
  return folder;
}

function differing(one: RunCard, two: RunCard): string[] {
  const parts = new Set([...Object.keys(one), ...Object.keys(two)]) as Set<keyof RunCard>;
  return [...parts].filter((part) => JSON.stringify(one[part]) !== JSON.stringify(two[part]));
}

describe("the card of a process", () => {
  it("says commit and branch, script, versions, machine and lockfile", async () => {
    const { card } = await record({ folder: newRepository() });
    expect(card).toEqual({
      code: {
        commit: expect.stringMatching(/^[0-9a-f]{40}$/),
        branch: "trunk",
        isDirty: false,
        script: "card.ts",
        scriptHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
      arguments: [],
      environment: {},
      versions: { Node: process.versions.node },
      machine: {
        host: expect.any(String),
        system: expect.any(String),
        cpu: expect.any(String),
        cores: expect.any(Number),
        memoryGB: expect.any(Number),
      },
      lockfile: { name: "package-lock.json", hash: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
  });

  it("is the same for the same", async () => {
    const folder = newRepository();
    const [one, two] = await Promise.all([record({ folder }), record({ folder })]);
    expect(differing(one.card, two.card)).toEqual([]);
  });

  it("differs in the code where one line does, and says which", async () => {
    const changed = newRepository();
    const before = await record({ folder: changed });
    writeFileSync(path.join(changed, "train.ts"), "const epochs = 20;\nfit(epochs);\n");
    const { card } = await record({ folder: changed });
    expect(differing(before.card, card)).toEqual(["code"]);
    expect(card.code).toMatchObject({ isDirty: true, commit: before.card.code?.commit });
    expect(card.code?.diff).toContain("-const epochs = 10;\n+const epochs = 20;");
  });

  it("differs in the lockfile where one entry does", async () => {
    const changed = newRepository();
    const before = await record({ folder: changed });
    writeFileSync(path.join(changed, "package-lock.json"), '{ "tfjs": "4.22.0" }\n');
    const { card } = await record({ folder: changed });
    expect(differing(before.card, card)).toEqual(["lockfile"]);
  });

  it("differs in the arguments and the environment where these do", async () => {
    const folder = newRepository();
    const [plain, args, variables] = await Promise.all([
      record({ folder }),
      record({ folder, args: ["--epochs", "3", "--optimizer=adam"] }),
      record({ folder, variables: { OMP_NUM_THREADS: "2", HOME: "/x" } }),
    ]);
    expect(differing(plain.card, args.card)).toEqual(["arguments"]);
    expect(args.card.arguments).toEqual(["--epochs", "3", "--optimizer=adam"]);
    expect(differing(plain.card, variables.card)).toEqual(["environment"]);
    expect(variables.card.environment).toEqual({ OMP_NUM_THREADS: "2" });
  });

  it("names new files, and cuts a long diff", async () => {
    const changed = newRepository();
    writeFileSync(path.join(changed, "new.ts"), "1\n");
    appendFileSync(path.join(changed, "train.ts"), "// bird\n".repeat(20_000));
    const { code } = (await record({ folder: changed })).card;
    expect(code).toMatchObject({ isDirty: true, untracked: ["new.ts"] });
    expect(code?.diff?.length).toBeLessThan(64_100);
    expect(code?.diff).toMatch(/… \d+ characters more$/);
  });

  it("does without git", async () => {
    const { code } = (await record({ folder: tempFolder() })).card;
    expect(code).toEqual({ script: "card.ts", scriptHash: expect.any(String) });
  });

  it("takes no secret from environment, arguments, config or uncommitted changes", async () => {
    const changed = newRepository();
    appendFileSync(path.join(changed, ".env"), "DB_PASSWORD=planted-env-file\n");
    appendFileSync(
      path.join(changed, "train.ts"),
      'const apiKey = "planted-in-code";\nconst url = "https://ana:planted-in-url@example.org";\nconst units = 64;\n',
    );
    for (const name of ["credentials.json", "prod.env", "deploy.PEM", "secrets.yaml", ".npmrc"]) {
      writeFileSync(path.join(changed, name), "planted in a file of secrets\n");
      execFileSync("git", ["add", "-f", name], { cwd: changed, stdio: "pipe" });
    }
    const settings = [
      "password:\n  planted-on-the-next-line",
      "pin: |\n  12",
      "remote: https://planted-token@example.org",
    ];
    writeFileSync(path.join(changed, "settings.yaml"), settings.join("\n"));
    const key = `${"plantedA1b2".repeat(6)}\n`.repeat(4);
    writeFileSync(
      path.join(changed, "key.txt"),
      `-----BEGIN PRIVATE KEY-----\n${key}-----END PRIVATE KEY-----\n`,
    );
    execFileSync("git", ["add", "-f", "settings.yaml", "key.txt"], { cwd: changed, stdio: "pipe" });
    const { card, config, bytes } = await record({
      folder: changed,
      args: [
        "--password",
        "8127465",
        "--api-key=1812746512345678",
        "--epochs",
        "3",
        "--password=planted-argument-1",
        "--token",
        "planted-argument-2",
        "planted-argument-3",
        "--data=sk-plantedargument1234567890",
        "--note",
        "a listed option",
        "--note",
        "the password is planted-in-a-note-1",
      ],
      variables: {
        MY_KEY: "8127465",
        DB_PASSWORD: "8127465",
        API_KEY: "planted-variable-1",
        AWS_SECRET_ACCESS_KEY: "planted-variable-2",
        NODE_ENV: "sk-plantedvariable1234567890",
      },
    });
    expect(bytes).not.toMatch(/planted|8127465/);
    expect(card.environment).toMatchObject({ MY_KEY: hidden, DB_PASSWORD: hidden });
    expect(card.arguments).toEqual([
      "--password",
      "…",
      "--api-key=…",
      "--epochs",
      "3",
      "--password=…",
      "--token",
      "…",
      "…",
      "--data=…",
      "--note",
      "a listed option",
      "--note",
      "…",
    ]);
    expect(card.code?.diff).toContain("+const units = 64;");
    expect(config).toMatchObject({ units: 32, tokens: 512, pooling: { token: "cls" } });
  });
});

it.each([
  [{ record: { weight: true } }, "Received: weight. Did you mean weights?"],
  [{ records: false }, "Received: records. Did you mean record?"],
  [{ record: { code: 1 } }, "record.code must be true or false. Received: number"],
  [{ record: [] }, "record must be true, false or an object of parts."],
])("startRun refuses %o", async (options, message) => {
  const store = await openStore(path.join(tempFolder(), "runs.db"));
  await expect(store.startRun({ project: "birds", ...options } as never)).rejects.toThrow(message);
  await store.close();
});

it("takes nothing where nothing is wanted", async () => {
  const store = await openStore(path.join(tempFolder(), "runs.db"));
  const run = await store.startRun({ project: "birds", record: false });
  await run.finish();
  expect((await store.getRun(run.id)).events).toEqual([]);
  await store.close();
});
