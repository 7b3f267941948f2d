import { appendFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { recordWhenTrained } from "@epochal/callbacks/preload";
import { noteVariable, type ProgramNote, type ReportLine } from "../program/program-note.ts";
import { OutputTail } from "../terminal/output-tail.ts";
import { shareTensorFlow } from "./program-tensorflow.ts";

type Recorder = typeof import("./recorder.ts");

/**
 * Hears the fits of this program, which `epochal run` has started, and loads what records them at the first one.
 *
 * @param recorder the file of that
 */
export function preload(recorder: string): void {
  const note = JSON.parse(process.env[noteVariable] ?? "") as ProgramNote;
  const say = (line: ReportLine) => {
    try {
      appendFileSync(note.report, `${JSON.stringify(line)}\n`);
    } catch {
      // Then only the last words of the command lack it.
    }
  };
  const output = new OutputTail();
  output.begin();
  say({ seen: "tensorflow" });
  recordWhenTrained({
    onFit: () => say({ seen: "fit" }),
    load: async (copy) => {
      shareTensorFlow(copy);
      const { openRecorder } = (await import(pathToFileURL(recorder).href)) as Recorder;
      return openRecorder(note, output);
    },
  });
}
