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
  ls: { does: "list the runs", load: async () => (await import("./ls.ts")).lsCommand() },
  show: {
    does: "show one run: how it ended and why, its verdict, its events, its card",
    load: async () => (await import("./show.ts")).showCommand(),
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
};
