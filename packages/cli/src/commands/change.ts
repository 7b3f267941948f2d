import { printable } from "@epochal/record";
import type { RunChanges, Store } from "@epochal/store";
import type { Command } from "commander";
import { CommandError } from "../arguments/command-error.ts";
import { storeCommand } from "../arguments/store-command.ts";
import { findRun, runArgument } from "../store/find-run.ts";
import { withStore } from "../store/with-store.ts";
import { print } from "../terminal/print.ts";
import { toJson } from "../terminal/to-json.ts";

interface ChangeOptions {
  readonly store?: string;
  readonly by?: string;
  readonly json?: boolean;
}

interface Change {
  /** Absent where the run is so already. */
  readonly changes?: RunChanges;
  /** What has become of the run, and what undoes it. */
  readonly said: string;
}

function changing(name: string, example: string): Command {
  return storeCommand(name, example)
    .option("--by <name>", "who changes it (default: you, at this machine)")
    .option("--json", "print the run as it is now as JSON");
}

type Run = Awaited<ReturnType<typeof findRun>>;

function change(
  wanted: string,
  { store: location, by, json }: ChangeOptions,
  decide: (run: Run) => Change,
): Promise<void> {
  return withStore(location, async (store) => {
    const run = await findRun(store, wanted);
    const { changes, said } = decide(run);
    if (changes) await store.updateRun(run.id, { ...changes, ...(by !== undefined && { by }) });
    print(json ? toJson(await asItIs(store, run.id)) : `${said}\n`);
  });
}

async function asItIs(store: Store, id: string): Promise<object> {
  const { runs } = await store.listRuns({ ids: [id] });
  return { store: store.location, run: runs[0] };
}

/** Quotes a text, so that a shell takes it for one word. */
function quoted(text: string): string {
  return /^[\w.:@%+-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", "'\\''")}'`;
}

/** `epochal rename` */
export function renameCommand(): Command {
  return changing("rename", 'rename "lr 0.01" "the one of the paper"')
    .argument("<run>", runArgument)
    .argument("<name>", "its new name")
    .action((wanted: string, name: string, options: ChangeOptions) =>
      change(wanted, options, (run) => {
        if (name === run.name) return { said: `${printable(name)} has that name already.` };
        const undo = `epochal rename ${run.id} ${quoted(run.name)}`;
        const said = `${printable(run.name)} is called ${printable(name)} now. Undo: ${undo}`;
        return { changes: { name }, said };
      }),
    );
}

/** `epochal tag` */
export function tagCommand(): Command {
  return changing("tag", 'tag "lr 0.01" baseline paper')
    .argument("<run>", runArgument)
    .argument("<tags...>", "tags to put on it")
    .option("--remove", "take them off instead")
    .action((wanted: string, tags: string[], options: ChangeOptions & { remove?: boolean }) =>
      change(wanted, options, (run) => {
        const { remove = false } = options;
        const found = [...new Set(tags)].filter((tag) => run.tags.includes(tag) === remove);
        if (remove && found.length === 0) {
          const there = run.tags.length === 0 ? "It has none." : `It has: ${run.tags.join(", ")}.`;
          throw new CommandError(`${run.name} has no tag ${tags.join(", ")}. ${there}`);
        }
        // Earlier versions took an empty tag.
        const had = run.tags.filter((tag) => tag !== "");
        const now = remove ? had.filter((tag) => !tags.includes(tag)) : [...had, ...found];
        if (found.length === 0) return { said: printable(`${run.name} has these tags already.`) };
        const told = now.length === 0 ? "has no tags now" : `is tagged ${now.join(", ")} now`;
        const undo = `epochal tag ${run.id} ${found.map(quoted).join(" ")}${remove ? "" : " --remove"}`;
        return {
          changes: { tags: now },
          said: printable(`${run.name} ${told}. Undo: ${undo}`),
        };
      }),
    );
}

/** `epochal archive` */
export function archiveCommand(): Command {
  return changing("archive", 'archive "lr 0.01"')
    .argument("<run>", runArgument)
    .option("--undo", "bring it back into the lists")
    .action((wanted: string, options: ChangeOptions & { undo?: boolean }) =>
      change(wanted, options, (run) => {
        const archived = options.undo !== true;
        const name = printable(run.name);
        if (archived === (run.archivedAt !== undefined))
          return { said: `${name} ${archived ? "is archived already" : "is in the lists"}.` };
        const said = archived
          ? `${name} is archived: out of the lists, and kept. Undo: epochal archive ${run.id} --undo`
          : `${name} is back in the lists.`;
        return { changes: { archived }, said };
      }),
    );
}
