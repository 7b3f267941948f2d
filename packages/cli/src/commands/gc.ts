import { counted, formatBytes } from "@epochal/conclusions";
import type { PurgeReport } from "@epochal/store";
import type { Command } from "commander";
import { storeCommand } from "../arguments/store-command.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { wrap } from "../table/wrap.ts";
import { confirm } from "../terminal/confirm.ts";
import { columns, print } from "../terminal/print.ts";
import { tellProgress } from "../terminal/tell-progress.ts";
import { toJson } from "../terminal/to-json.ts";

interface GcOptions {
  readonly store?: string;
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

function gc(wanted: readonly string[], { all, dryRun, yes, json, ...options }: GcOptions) {
  return withStore(options.store, async (store) => {
    const ids: string[] = [];
    for (const each of wanted) ids.push((await findRun(store, each, { deleted: true })).id);
    const which = {
      ...(ids.length > 0 && { ids }),
      ...(all === true && { olderThan: new Date() }),
    };
    const isDryRun = dryRun === true;
    const expected = await store.purge({ ...which, dryRun: true });
    const isLoss = expected.runs + expected.deleted + expected.thinned > 0;
    if (isLoss && !isDryRun) await confirm(`${lossWords(expected)}.`, yes === true);
    const report = isDryRun
      ? expected
      : await store.purge({ ...which, onProgress: tellProgress() });
    print(json ? toJson({ store: store.location, isDryRun, ...report }) : words(report, isDryRun));
  });
}

function lossWords({ runs, points, deleted, thinned }: PurgeReport): string {
  if (runs + deleted + thinned === 0)
    return "nothing is removed: the trash has nothing to remove yet";
  const parts = [
    `${counted(runs, "run")} of the trash with ${counted(points, "value")}`,
    ...(deleted > 0 ? [`${counted(deleted, "run")} put into the trash`] : []),
    ...(thinned > 0 ? [`${counted(thinned, "value")} thinned out`] : []),
  ];
  return `removed for good: ${parts.join(", ")}`;
}

function words(report: PurgeReport, isDryRun: boolean): string {
  const { bytesBefore, bytesAfter, conversion } = report;
  const lines = [
    lossWords(report),
    ...(conversion === undefined
      ? []
      : [
          `the file is of an older version and is written anew once: ${formatBytes(conversion.bytes)} of room, about ${Math.ceil(conversion.seconds)} s${conversion.skipped === undefined ? "" : `; not done: ${conversion.skipped}`}`,
        ]),
    isDryRun
      ? "nothing is changed: --dry-run"
      : `the file has ${formatBytes(bytesAfter)}, before ${formatBytes(bytesBefore)}`,
  ];
  const sentences = lines.map((line) => `${line[0]?.toUpperCase()}${line.slice(1)}.`);
  return `${sentences.map((sentence) => wrap(sentence, columns())).join("\n")}\n`;
}

/** `epochal gc` */
export function gcCommand(): Command {
  return storeCommand("gc", "gc --dry-run")
    .argument("[runs...]", `only these of the trash: ${runArgument}`)
    .option("--all", "all of the trash, not only what has been there for 14 days")
    .option("--dry-run", "only say what would be removed")
    .option("--yes", "do not ask; it cannot be undone")
    .option("--json", "print what was removed as JSON")
    .action(gc);
}
