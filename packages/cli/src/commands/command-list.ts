import type { Command } from "commander";

interface ListedCommand {
  /** What it does, in half a line. */
  readonly does: string;
  /** Loads it: a command pays for itself alone. */
  readonly load: () => Promise<Command>;
}

/** Every command there is, in the order of `epochal --help`. */
export const commandList: Readonly<Record<string, ListedCommand>> = {
  serve: {
    does: "show the dashboard on this machine; what epochal alone does",
    load: async () => (await import("./serve.ts")).serveCommand(),
  },
  run: {
    does: "run a program that trains, and record what it trains",
    load: async () => (await import("./run.ts")).runCommand(),
  },
  ls: { does: "list the runs", load: async () => (await import("./ls.ts")).lsCommand() },
  show: {
    does: "show one run: how it ended and why, its verdict, its events, its card",
    load: async () => (await import("./show.ts")).showCommand(),
  },
  best: {
    does: "name the best run, by one metric",
    load: async () => (await import("./best.ts")).bestCommand(),
  },
  diff: {
    does: "compare two runs: params, values, code and machine, in words first",
    load: async () => (await import("./diff.ts")).diffCommand(),
  },
  stop: {
    does: "ask a run that trains to stop after its epoch",
    load: async () => (await import("./ask.ts")).stopCommand(),
  },
  save: {
    does: "ask a run that trains to save its weights now",
    load: async () => (await import("./ask.ts")).saveCommand(),
  },
  note: {
    does: "add a note to a run",
    load: async () => (await import("./note.ts")).noteCommand(),
  },
  rename: {
    does: "give a run another name",
    load: async () => (await import("./change.ts")).renameCommand(),
  },
  tag: {
    does: "put tags on a run, or take them off",
    load: async () => (await import("./change.ts")).tagCommand(),
  },
  archive: {
    does: "take a run out of the lists, and keep it",
    load: async () => (await import("./change.ts")).archiveCommand(),
  },
  rm: {
    does: "put runs into the trash, from where they come back for 14 days",
    load: async () => (await import("./trash.ts")).rmCommand(),
  },
  restore: {
    does: "bring runs back from the trash",
    load: async () => (await import("./trash.ts")).restoreCommand(),
  },
  export: {
    does: "print the values or the records of a run, for other programs",
    load: async () => (await import("./export.ts")).exportCommand(),
  },
  sql: {
    does: "ask the store in plain SQL, without changing it",
    load: async () => (await import("./sql.ts")).sqlCommand(),
  },
  sync: {
    does: "send the runs that wait here for a dashboard elsewhere",
    load: async () => (await import("./sync.ts")).syncCommand(),
  },
  token: {
    does: "let others in: make, list and revoke tokens, and see who changed what",
    load: async () => (await import("./token.ts")).tokenCommand(),
  },
  prune: {
    does: "thin out the per-batch values of runs that have ended",
    load: async () => (await import("./prune.ts")).pruneCommand(),
  },
  storage: {
    does: "say what takes how much room",
    load: async () => (await import("./storage.ts")).storageCommand(),
  },
  gc: {
    does: "empty the trash, and give the room back",
    load: async () => (await import("./gc.ts")).gcCommand(),
  },
  doctor: {
    does: "look whether a store is well, and save what can be read of a broken one",
    load: async () => (await import("./doctor.ts")).doctorCommand(),
  },
};
