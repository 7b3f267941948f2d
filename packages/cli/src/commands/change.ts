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
  readonly changes: RunChanges;
  /** The name of the change, and of the change that undoes it. */
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
    await store.updateRun(run.id, { ...changes, ...(by !== undefined && { by }) });
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
      change(wanted, options, (run) => ({
        changes: { name },
        said: `${printable(run.name)} is called ${printable(name)} now. Undo: epochal rename ${run.id} ${quoted(run.name)}`,
      })),
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
        const found = tags.filter((tag) => run.tags.includes(tag) === remove);
        if (remove && found.length === 0) {
          const there = run.tags.length === 0 ? "It has none." : `It has: ${run.tags.join(", ")}.`;
          throw new CommandError(`${run.name} has no tag ${tags.join(", ")}. ${there}`);
        }
        const kept = run.tags.filter((tag) => !tags.includes(tag));
        const now = remove ? kept : [...run.tags, ...found];
        const told = now.length === 0 ? "has no tags now" : `is tagged ${now.join(", ")} now`;
        const undo = `epochal tag ${run.id} ${found.map(quoted).join(" ")}${remove ? "" : " --remove"}`;
        return {
          changes: { tags: now },
          said: printable(`${run.name} ${told}.${found.length === 0 ? "" : ` Undo: ${undo}`}`),
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
      change(wanted, options, (run) => ({
        changes: { archived: options.undo !== true },
        said: options.undo
          ? `${printable(run.name)} is back in the lists.`
          : `${printable(run.name)} is archived: out of the lists, and kept. Undo: epochal archive ${run.id} --undo`,
      })),
    );
}
