/** The environment variable in which a program that `epochal run` starts finds what it needs to record itself. */
export const noteVariable = "EPOCHAL_RUN";

/** What stands there, as JSON. */
export interface ProgramNote {
  /** The database file. */
  readonly store: string;
  readonly project?: string;
  /** The file that it says its runs in, a line of JSON each. */
  readonly report: string;
}

/** A line of the report: TensorFlow.js was loaded, a fit was called, or a run was opened. */
export type ReportLine =
  | { readonly seen: "tensorflow" | "fit" }
  | { readonly run: string; readonly store: string };
