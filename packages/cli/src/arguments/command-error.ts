/** Something that the user can mend. The command shows it as one line, without a stack. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** 1 where it cannot be done, 2 where the command line is wrong, 3 where the answer is no. */
  readonly exitCode: 1 | 2 | 3;

  constructor(message: string, exitCode: 1 | 2 | 3 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
