import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../test/temp-folder.ts";
import { openStore } from "./open-store.ts";

/** The names of all files in a folder, and what is in them. */
function filesIn(folder: string): [string, string][] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const isFile = statSync(path.join(folder, name)).isFile();
      return [name, isFile ? readFileSync(path.join(folder, name), "latin1") : "no file"];
    });
}

describe("openStore", () => {
  it("makes folders and files that only the user can read", async () => {
    const folder = path.join(tempFolder(), "new", "deep");
    const location = path.join(folder, "runs.db");
    const store = await openStore(location);
    const run = await store.startRun({ project: "p" });
    run.log({ loss: 1 });
    const mode = (file: string) => statSync(path.join(folder, file)).mode & 0o777;
    await store.listRuns();
    if (process.platform !== "win32") {
      expect([mode("."), mode("journal")]).toEqual([0o700, 0o700]);
      expect([mode("runs.db"), mode("runs.db-wal")]).toEqual([0o600, 0o600]);
    }
    expect(store.location).toBe(location);
    await store.close();
  });

  it("refuses a folder", async () => {
    const location = path.join(tempFolder(), "folder");
    mkdirSync(location);
    await expect(openStore(location)).rejects.toMatchObject({
      code: "invalid_location",
      message: expect.stringContaining("is a folder"),
    });
  });

  it("refuses a path that cannot be written", async () => {
    const file = path.join(tempFolder(), "file");
    writeFileSync(file, "text");
    await expect(openStore(path.join(file, "runs.db"))).rejects.toMatchObject({
      code: "invalid_location",
      message: expect.stringContaining("Cannot write to"),
    });
  });

  it("refuses a file that is no database, and leaves it as it was", async () => {
    const location = path.join(tempFolder(), "runs.db");
    writeFileSync(location, "x".repeat(5000));
    await expect(openStore(location)).rejects.toMatchObject({ code: "not_a_store" });
    expect(statSync(location).size).toBe(5000);
  });

  it("refuses the database of another program", async () => {
    const location = path.join(tempFolder(), "runs.db");
    const db = new Database(location);
    db.exec("CREATE TABLE theirs(a)");
    db.close();
    await expect(openStore(location)).rejects.toMatchObject({ code: "not_a_store" });
    const again = new Database(location, { readonly: true });
    expect(again.pragma("journal_mode", { simple: true })).toBe("delete");
    again.close();
  });

  it("leaves nothing beside what is no store, and says in one line what it is", async () => {
    const folder = tempFolder();
    const at = (name: string) => path.join(folder, name);
    const theirs = (name: string, ...statements: string[]) => {
      const db = new Database(at(name));
      for (const statement of statements) db.exec(statement);
      db.close();
    };
    theirs("small.db", "CREATE TABLE theirs(a)");
    theirs("wal.sqlite", "PRAGMA journal_mode = WAL", "CREATE TABLE theirs(a)");
    theirs("marked.db", "PRAGMA application_id = 5");
    const many = Array.from({ length: 500 }, (_, i) => `CREATE TABLE theirs_${i}(a, b, c, d, e)`);
    theirs("many.db", "BEGIN", ...many, "COMMIT");
    theirs("utf16.db", "PRAGMA encoding = 'UTF-16'", "CREATE TABLE theirs(a)");
    writeFileSync(at("passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    writeFileSync(at("one byte"), "x");
    writeFileSync(at("cut.db"), "SQLite format 3\0");
    writeFileSync(at("picture.png"), Buffer.alloc(5000, 0x89));
    mkdirSync(at("folder.db"));
    const cases: [string, string, RegExp][] = [
      ...["small.db", "wal.sqlite", "marked.db", "many.db", "utf16.db"].map(
        (name): [string, string, RegExp] => [at(name), "not_a_store", /of another program/],
      ),
      ...["passwd", "one byte", "picture.png"].map((name): [string, string, RegExp] => [
        at(name),
        "not_a_store",
        /is not a usable SQLite database/,
      ]),
      [at("folder.db"), "invalid_location", /is a folder/],
    ];
    if (process.platform !== "win32") {
      spawnSync("/usr/bin/mkfifo", [at("pipe")]);
      symlinkSync(at("passwd"), at("link.db"));
      cases.push(
        [at("pipe"), "invalid_location", /is a pipe/],
        [at("link.db"), "not_a_store", /is not a usable SQLite database/],
        ["/dev/null", "invalid_location", /is a device/],
      );
    }
    const before = filesIn(folder);
    for (const [location, code, message] of cases) {
      for (const create of [true, false]) {
        const opening = openStore(location, { create });
        await expect(opening, location).rejects.toMatchObject({
          code,
          message: expect.stringMatching(message),
        });
        await opening.catch(({ message }) => expect(message).not.toContain("\n"));
      }
    }
    await expect(openStore(at("cut.db"))).rejects.toMatchObject({ code: "not_a_store" });
    expect(filesIn(folder)).toEqual(before);
  });

  it("makes nothing where there is no store and it must not", async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, "empty.db"), "");
    for (const name of ["missing.db", "missing/runs.db", "empty.db"]) {
      await expect(openStore(path.join(folder, name), { create: false })).rejects.toMatchObject({
        code: "store_not_found",
        message: expect.stringContaining(path.join(folder, name)),
      });
    }
    expect(filesIn(folder)).toEqual([["empty.db", ""]]);
    const location = path.join(folder, "runs.db");
    await (await openStore(location)).close();
    rmSync(path.join(folder, "journal"), { recursive: true });
    const names = () => readdirSync(folder).sort();
    const store = await openStore(location, { create: false });
    expect((await store.listRuns()).total).toBe(0);
    await store.close();
    expect(names()).toEqual(["empty.db", "runs.db"]);
  });

  it("refuses a newer schema", async () => {
    const location = path.join(tempFolder(), "runs.db");
    await (await openStore(location)).close();
    const db = new Database(location);
    db.pragma("user_version = 999");
    db.close();
    await expect(openStore(location)).rejects.toMatchObject({
      code: "schema_too_new",
      message: expect.stringContaining("Update @epochal/store"),
    });
  });

  it("refuses a listener that is none", async () => {
    const options = { onError: "log" as never };
    await expect(openStore(path.join(tempFolder(), "a.db"), options)).rejects.toThrow(TypeError);
  });
});

it("says and throws nothing that would steer the terminal", async () => {
  const told = new Promise<Error>((resolve) => process.once("warning", resolve));
  const store = await openStore(path.join(tempFolder(), "runs.db"));
  const run = await store.startRun({ project: "birds", name: "a\u001b]0;b\u0007\u009bc\u202e" });
  await run.finish();
  run.log({ loss: 1 });
  const steering = /[\p{Cc}\u202e]/u;
  expect((await told).message).not.toMatch(steering);
  const request = store.request(run.id, { want: "stop" });
  await expect(request).rejects.toThrow("The run a ]0;b c  is finished");
  await store.close();
});
