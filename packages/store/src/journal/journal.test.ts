import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../test/temp-folder.ts";
import { Problems } from "../problems.ts";
import { Journal } from "./journal.ts";

function newJournal(folder: string, sizes: { segmentBytes?: number; memoryBytes?: number } = {}) {
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
  const { journal } = newJournal(folder, { segmentBytes: 300 });
  for (let i = 0; i < 10; i++) journal.append(`${String(i).repeat(100)}\n`, true);
  const segments = linesIn(folder);
  expect(segments.length).toBeGreaterThan(2);
  expect(segments.flat().map((line) => line[0])).toEqual([..."0123456789"]);
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
