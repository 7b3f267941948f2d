// What `epochal run` loads before a program: it hears the program's fits, and loads what records them at the first one.
import { appendFileSync } from "node:fs";
import { recordWhenTrained } from "@epochal/callbacks/preload";
import { noteVariable, type ProgramNote, type ReportLine } from "../program/program-note.ts";
import { OutputTail } from "../terminal/output-tail.ts";
import { shareTensorFlow } from "./program-tensorflow.ts";

const programRuns = Symbol.for("epochal.programRuns");

interface ProgramRun {
  readonly id: string;
  readonly location: string;
}

function preload({ store, project, report }: ProgramNote): void {
  const say = (line: ReportLine) => {
    try {
      appendFileSync(report, `${JSON.stringify(line)}\n`);
    } catch {
      // Then only the last words of `epochal run` lack it.
    }
  };
  /** Where stores list the runs of a program that are open. */
  class SaidRuns extends Set<ProgramRun> {
    override add(run: ProgramRun): this {
      say({ run: run.id, store: run.location });
      return super.add(run);
    }
  }
  Object.defineProperty(globalThis, programRuns, { value: new SaidRuns() });
  const output = new OutputTail();
  let hasSeen = false;
  recordWhenTrained({
    onCopy: () => {
      if (hasSeen) return;
      hasSeen = true;
      output.begin();
      say({ seen: "tensorflow" });
    },
    onFit: () => say({ seen: "fit" }),
    load: async (copy) => {
      shareTensorFlow(copy);
      const { FitRecorder } = await import("@epochal/callbacks/recorder");
      const { openStore } = await import("@epochal/store");
      let opened: ReturnType<typeof openStore> | undefined;
      return new FitRecorder({
        project,
        source: {
          open: () => {
            opened ??= openStore(store);
            return opened;
          },
          // At the end of the process it closes itself.
          close: async () => {},
        },
        beforeEnd: (run) => {
          const event = output.event();
          if (event !== undefined) run.event(event);
        },
      });
    },
  });
}

const note = process.env[noteVariable];
if (note !== undefined) preload(JSON.parse(note) as ProgramNote);
