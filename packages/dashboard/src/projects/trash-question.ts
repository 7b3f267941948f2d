import type { RunsWanted } from "../live/runs-page.ts";

/** What the page of the trash asks. @param title of a project. @default all projects */
export function trashQuestion(title: string | undefined): RunsWanted {
  return { deleted: true, ...(title !== undefined && { project: title }) };
}
