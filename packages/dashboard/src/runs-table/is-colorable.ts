const FACTS = ["fact:group", "fact:host", "fact:resumed"];

/** Whether the lines can have their colours by what this column shows: a param, a tag, all tags of a run, its group or its machine. */
export function isColorable(column: string): boolean {
  return /^(?:param|tag):./s.test(column) || column === "tags" || FACTS.includes(column);
}
