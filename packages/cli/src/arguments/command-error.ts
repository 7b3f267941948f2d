/** What the user can mend. Shown as one line, without a stack. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
