import type { Fault } from "../wire/answers.ts";

/** What the server finds wrong with a question. Asking it again would change nothing. */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  readonly status: number;
  /** In words; of a query also with its place. */
  readonly fault: Fault;

  constructor(status: number, fault: Fault) {
    super(fault.error);
    this.status = status;
    this.fault = fault;
  }
}
