import type { Reached } from "@epochal/store";

/** A run that is named among others. */
interface NamedRun {
  readonly id: string;
  readonly name: string;
}

export interface TrainingView extends NamedRun {
  /** How far it has come; absent until anything tells. */
  readonly reached?: Reached;
  /** How many epochs there are to be; absent where nobody has said. */
  readonly epochs?: number;
}

/** The best value of a project, and whose it is. */
interface BestView extends NamedRun {
  /** The key of the series that runs are judged by. */
  readonly key: string;
  readonly value: number;
}

/** Times are epoch milliseconds. */
export interface ProjectView {
  /** As a page can show it, and as its address names it. */
  readonly title: string;
  readonly runs: number;
  readonly running: number;
  readonly archived: number;
  readonly lastActiveAt: number;
  readonly best?: BestView;
  /** When the best value so far was moved, and to what. */
  readonly records: readonly { readonly at: number; readonly value: number }[];
  /** The newest of those that train. */
  readonly training: readonly TrainingView[];
}

export interface ProjectsData {
  readonly revision: number;
  /** The one that was last active first. */
  readonly projects: readonly ProjectView[];
  /** How many runs are in the trash, of all projects. */
  readonly trash: number;
}

/** How much room the store takes, in bytes. */
export interface StorageView {
  /** The file. */
  readonly bytes: number;
  /** By the titles of projects; their runs in the trash are not counted. */
  readonly projects: Readonly<Record<string, number>>;
  readonly trash: number;
}
