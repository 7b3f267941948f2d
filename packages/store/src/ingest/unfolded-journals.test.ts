import { appendFileSync, mkdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { tempFolder } from "../../test/temp-folder.ts";
import { usualLease } from "../lease/lease.ts";
import { thisProcess } from "../lease/this-process.ts";
import { UnfoldedJournals } from "./unfolded-journals.ts";

const gone = { ...thisProcess(), pid: 2 ** 31 - 1 };
const line = "a whole line\n";

function setup() {
  const folder = path.join(tempFolder(), "journal");
  mkdirSync(folder);
  const write = (name: string, writer: object, text: string, version = 1) => {
    const header = `${JSON.stringify({ type: "journal", version, at: 1, writer })}\n`;
    const file = path.join(folder, `${name}.000000.jsonl`);
    appendFileSync(file, header + text);
    return { file, header: Buffer.byteLength(header) };
  };
  return { write, left: new UnfoldedJournals(folder, usualLease) };
}

it("counts what processes have left that are gone, and not what living ones write", () => {
  const { write, left } = setup();
  write("here", thisProcess(), line);
  write("foreign", gone, line, 2);
  write("elsewhere", { ...gone, bootId: "another" }, line);
  expect(left.count(left.sizes(), new Map())).toBeUndefined();
  const { header } = write("gone", gone, line);
  const bytes = header + line.length;
  expect(left.count(left.sizes(), new Map())).toEqual({ bytes, total: bytes });
  const half = new Map([["gone.000000.jsonl", header]]);
  expect(left.count(left.sizes(), half)).toEqual({ bytes: line.length, total: bytes });
  const all = new Map([["gone.000000.jsonl", bytes]]);
  expect(left.count(left.sizes(), all)).toBeUndefined();
});

it("counts what a process has left that cannot be asked, when it is silent", () => {
  const { write, left } = setup();
  const { file, header } = write("elsewhere", { ...gone, bootId: "another" }, line);
  expect(left.count(left.sizes(), new Map())).toBeUndefined();
  for (const seconds of [-90, 9 * 3_600]) {
    const at = Date.now() / 1000 + seconds;
    utimesSync(file, at, at);
    const bytes = header + line.length;
    expect(left.count(left.sizes(), new Map())).toEqual({ bytes, total: bytes });
  }
});

it("counts no line that a process was killed in the middle of", () => {
  const { write, left } = setup();
  const { header } = write("gone", gone, `${line}half a li`);
  const folded = (bytes: number) => new Map([["gone.000000.jsonl", bytes]]);
  expect(left.count(left.sizes(), folded(header))).toMatchObject({ bytes: line.length + 9 });
  expect(left.count(left.sizes(), folded(header + line.length))).toBeUndefined();
});
