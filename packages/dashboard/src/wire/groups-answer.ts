/** A figure over the runs of a group. */
export interface GroupValue {
  readonly mean: number;
  /** To either side of the mean: a standard deviation, or half of the 95 % interval. Absent for one run. */
  readonly spread?: number;
  /** From where to where the values reach, or the middle half of them. */
  readonly reach?: { readonly low: number; readonly high: number };
  /** How many runs have a finite value. */
  readonly n: number;
}

/** Runs that have in common what they are grouped by. */
export interface GroupRow {
  /** The same for the same group, whatever else there is. */
  readonly id: string;
  /** `lr 0.01, 64 units` */
  readonly name: string;
  /** The query that finds its runs among those that were asked for and have a value of the metric; empty where it has all of them. */
  readonly where: string;
  /** How many runs it has. */
  readonly count: number;
  /** By `best`, `last`, `kept`, `regret` of the metric, `duration`, and by the columns that were asked for. */
  readonly values: Readonly<Record<string, GroupValue>>;
  /** What is the same in all of its runs, by the columns that were asked for. */
  readonly shared: Readonly<Record<string, string>>;
}

/** Groups of the runs that match. */
export interface GroupsAnswer {
  readonly revision: number;
  /** The moment until which its runs were started, in epoch milliseconds; pass it back, so that newer ones are in no group. */
  readonly until: number;
  /** How many newer runs match. */
  readonly newer: number;
  readonly groups: readonly GroupRow[];
  /** How many runs have no value of the metric, and so are in no group. */
  readonly without: number;
  /** The sentence that names the best group; absent where neither way is better, or no group has a value. */
  readonly headline?: string;
  /** Whether the best group is better than the next one by more than chance; absent where that cannot be told. */
  readonly difference?: {
    readonly words: string;
    /** Ids of the two groups. */
    readonly a: string;
    readonly b: string;
  };
  /** Why nothing is said of their difference; absent where something is, or there is no group. */
  readonly silence?: string;
}

/** What answers `GET /api/members`. */
export interface MembersAnswer {
  /** Ids, in the order in which the runs were started: no more than a table lists. */
  readonly runs: readonly string[];
}

/** What answers `GET /api/like`. */
export interface LikeAnswer {
  /** Empty where all runs are alike. */
  readonly where: string;
}
