import { mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../test/temp-folder.ts";
import { openStore } from "./open-store.ts";

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

  it("refuses PostgreSQL and a listener that is none", async () => {
    await expect(openStore("postgres://localhost/runs")).rejects.toMatchObject({
      code: "invalid_location",
    });
    const options = { onError: "log" as never };
    await expect(openStore(path.join(tempFolder(), "a.db"), options)).rejects.toThrow(TypeError);
  });
});
