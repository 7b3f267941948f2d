export interface ProjectView {
  /** As the store has it, and as a page can show it. */
  readonly name: string;
  readonly title: string;
  readonly runs: number;
  readonly running: number;
  readonly lastStartedAt: number;
}

export interface ProjectsData {
  readonly revision: number;
  /** The one with the newest run first. */
  readonly projects: readonly ProjectView[];
}
