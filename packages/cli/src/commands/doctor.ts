import { counted, formatBytes } from "@epochal/conclusions";
import {
  checkStore,
  type SalvageCounts,
  type SalvageReport,
  type StoreCheck,
  salvageStore,
} from "@epochal/store";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { givenLocation } from "../store/given-location.ts";
import { wrap } from "../table/wrap.ts";
import { columns, print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface DoctorOptions {
  readonly store?: string;
  readonly salvage?: string;
  readonly json?: boolean;
}

const marks = { wrong: "WRONG", notice: "note ", fine: "ok   " } as const;

function found({ location, isWell, findings }: StoreCheck): string {
  const lines = findings.map(({ level, words }) => wrap(words, columns(), `${marks[level]}  `));
  const all = isWell ? "Nothing is wrong." : "Something is wrong.";
  return `${[location, ...lines, all].join("\n")}\n`;
}

function saved(report: SalvageReport): string {
  const { file, mended, incomplete, folded, refused, isWhole } = report;
  const lines = [
    ...mended,
    `${file} has ${countsOf(report.saved)}.`,
    ...(folded > 0 ? [`${formatBytes(folded)} of journals were folded into it.`] : []),
    ...(refused > 0 ? [`${counted(refused, "line")} of journals were refused.`] : []),
    ...(incomplete.length > 0 ? [`Not read whole: ${incomplete.join(", ")}.`] : []),
    isWhole ? "Nothing is missing." : `Known to be missing: ${countsOf(report.lost)}.`,
  ];
  return `${lines.map((line) => wrap(line, columns())).join("\n")}\n`;
}

function countsOf({ runs, series, points, events }: SalvageCounts): string {
  return `${counted(runs, "run")}, ${series} series, ${counted(points, "point")} and ${counted(events, "event")}`;
}

function doctor({ store, salvage, json }: DoctorOptions): void {
  const location = givenLocation(store);
  if (salvage === undefined) {
    const check = checkStore(location);
    const { isWell, findings } = check;
    print(json ? toJson({ store: check.location, isWell, findings }) : found(check));
    if (!isWell) process.exitCode = 1;
    return;
  }
  const report = salvageStore(location, salvage);
  print(json ? toJson({ store: location, ...report }) : saved(report));
  if (!report.isWhole) process.exitCode = 1;
}

/** `epochal doctor` */
export function doctorCommand(): Command {
  return storeCommand("doctor", "doctor --salvage saved.db")
    .option("--salvage <new.db>", "save what can be read into a new file")
    .option("--json", "print what was found as JSON")
    .action(doctor);
}
