import { FitRecorder } from "@epochal/callbacks/recorder";
import { openStore } from "@epochal/store";
import type { ProgramNote } from "../program/program-note.ts";
import type { OutputTail } from "../terminal/output-tail.ts";

/** What records the fits of a program, into the store that it was told of. */
export function openRecorder({ store, project }: ProgramNote, output: OutputTail): FitRecorder {
  let opened: ReturnType<typeof openStore> | undefined;
  return new FitRecorder({
    project,
    source: {
      open() {
        opened ??= openStore(store);
        // What failed may work for the next run.
        opened.catch(() => {
          opened = undefined;
        });
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
}
