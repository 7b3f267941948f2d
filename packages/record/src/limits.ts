/** How long things may be: generous for people, and small enough that a mistake cannot fill a disk or a page. */
export const limits = {
  /** Characters of a series' key, a run's id, a param's path. */
  key: 500,
  /** Characters of a project's or a run's name, and of a tag. */
  name: 500,
  tags: 200,
  /** Characters of a note, a reason, a warning. */
  text: 100_000,
  /** Characters of a config or an event as JSON. */
  json: 4_000_000,
  /** Bytes of a line that is sent over the network. */
  sentLine: 2 ** 20,
  /** Series in one record. */
  keys: 10_000,
  /** Objects and lists within each other in one record. A config is cut at 64 of them. */
  depth: 100,
} as const;
