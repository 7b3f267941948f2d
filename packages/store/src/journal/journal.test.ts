import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../test/temp-folder.ts";
import { Problems } from "../problems.ts";
import { Journal } from "./journal.ts";

function newJournal(folder: string, sizes: { partBytes?: number; memoryBytes?: number } = {}) {
  const told: string[] = [];
  const problems = new Problems(({ message }) => told.push(message));
  const journal = new Journal({ folder, problems, ...sizes });
  onTestFinished(() => journal.close());
  return { journal, told };
}

const linesIn = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => readFileSync(path.join(folder, name), "utf8").split("\n").slice(1, -1));

it("makes no file before there is something to write", () => {
  const folder = path.join(tempFolder(), "journal");
  const { journal } = newJournal(folder);
  journal.sync();
  journal.close();
  expect(() => readdirSync(folder)).toThrow("ENOENT");
});

it("writes a line at once, into a file that only the user can read", () => {
  const folder = path.join(tempFolder(), "journal");
  const { journal } = newJournal(folder);
  journal.append('{"ü":1}\n', true);
  expect(linesIn(folder)).toEqual([['{"ü":1}']]);
  const [name = ""] = readdirSync(folder);
  expect(name).toBe(`${journal.id}.000000.jsonl`);
  const [first = ""] = readFileSync(path.join(folder, name), "utf8").split("\n");
  expect(JSON.parse(first)).toMatchObject({
    type: "journal",
    version: 1,
    writer: { pid: process.pid },
  });
  if (process.platform !== "win32")
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
});

it("goes on in a new file when one is long enough", () => {
  const folder = tempFolder();
  const { journal } = newJournal(folder, { partBytes: 300 });
  for (let i = 0; i < 10; i++) journal.append(`${String(i).repeat(100)}\n`, true);
  const parts = linesIn(folder);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.flat().map((line) => line[0])).toEqual([..."0123456789"]);
});

it("keeps lines in memory while they cannot be written, tells once, and writes them in order later", async () => {
  const folder = path.join(tempFolder(), "journal");
  writeFileSync(folder, "a file where the folder should be");
  const { journal, told } = newJournal(folder);
  for (let i = 0; i < 5; i++) journal.append(`${i}\n`, true);
  expect(told).toEqual([expect.stringContaining("cannot be written")]);
  rmSync(folder);
  await new Promise((resolve) => setTimeout(resolve, 300));
  journal.append("5\n", true);
  journal.append("6\n", true);
  expect(linesIn(folder)).toEqual([["0", "1", "2", "3", "4", "5", "6"]]);
});

it("gives up values, and nothing else, when memory is full as well", () => {
  const folder = path.join(tempFolder(), "journal");
  writeFileSync(folder, "a file where the folder should be");
  const { journal, told } = newJournal(folder, { memoryBytes: 100 });
  for (let i = 0; i < 100; i++) journal.append(`values ${i}\n`, true);
  journal.append("end\n", false);
  expect(journal.dropped).toBeGreaterThan(80);
  expect(told).toHaveLength(2);
  rmSync(folder);
  journal.sync();
  const [lines = []] = linesIn(folder);
  expect(lines).toHaveLength(100 - journal.dropped + 1);
  expect(lines.at(-1)).toBe("end");
  expect(told[2]).toContain(`The values of ${journal.dropped} steps are lost`);
});

it("puts a file back that somebody has removed", () => {
  const folder = path.join(tempFolder(), "journal");
  const { journal, told } = newJournal(folder);
  journal.append("1\n", true);
  rmSync(folder, { recursive: true });
  journal.append("2\n", true);
  journal.sync();
  expect(linesIn(folder)).toEqual([["1", "2"]]);
  rmSync(folder, { recursive: true });
  journal.flags.journalGone = true;
  journal.append("3\n", true);
  expect(linesIn(folder)).toEqual([["1", "2", "3"]]);
  expect(told).toEqual([]);
});

it("writes what waited in parts: no step waits for all of it, and none is lost or out of order", () => {
  const folder = path.join(tempFolder(), "journal");
  writeFileSync(folder, "a file where the folder should be");
  const { journal } = newJournal(folder);
  const line = (i: number) => `${String(i).padStart(7, "0")}${"x".repeat(92)}\n`;
  const count = 100_000;
  for (let i = 0; i < count; i++) journal.append(line(i), true, i % 3 === 0 ? "a" : "b");
  expect(journal.missingOf("a")).toEqual({ steps: 33_334, words: 0 });
  expect(journal.missingOf("b").steps).toBe(count - 33_334);
  rmSync(folder);
  const size = () => linesIn(folder).flat().length * 100;
  let before = 0;
  let appended = count;
  while (!journal.isWhole) {
    journal.append(line(appended++), true, "a");
    const after = readdirSync(path.dirname(folder)).includes("journal") && size();
    if (after === false) continue;
    expect(Number(after) - before).toBeLessThan(1.2e6);
    before = Number(after);
  }
  const all = linesIn(folder).flat();
  expect(all.map((text) => Number(text.slice(0, 7)))).toEqual(all.map((_, i) => i));
  expect(all).toHaveLength(appended);
  expect(journal.missingOf("a")).toEqual({ steps: 0, words: 0 });
});

it("keeps no more events than it may while nothing can be written, and always the end", () => {
  const folder = path.join(tempFolder(), "journal");
  writeFileSync(folder, "a file where the folder should be");
  const { journal } = newJournal(folder, { memoryBytes: 1_000 });
  for (let i = 0; i < 1_000; i++) journal.append(`event ${i}\n`, false, "a");
  journal.appendEnd("end\n", "a");
  expect(journal.missingOf("a").words).toBe(1_001);
  rmSync(folder);
  journal.sync();
  const [lines = []] = linesIn(folder);
  expect(lines.length).toBeLessThan(260);
  expect(lines.at(-1)).toBe("end");
  expect(journal.missingOf("a").words).toBe(1_001 - lines.length);
});

it("says that what it has written is to be found nowhere, where its folder was replaced", () => {
  const folder = path.join(tempFolder(), "journal");
  const { journal, told } = newJournal(folder);
  for (let i = 0; i < 5; i++) journal.append(`${i}\n`, true, "a");
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "a file where the folder should be");
  journal.sync();
  expect(journal.missingOf("a").steps).toBe(5);
  expect(told).toEqual([expect.stringContaining("cannot be written")]);
  rmSync(folder);
  journal.sync();
  expect(journal.isWhole).toBe(true);
  expect(linesIn(folder)).toEqual([["0", "1", "2", "3", "4"]]);
});
