import "server-only";
import { answering } from "./gate/answering.ts";

/** Says the status of the page that is being made: 404 where what it was asked for is not there, 400 where nobody can know what that is. */
export function answerWith(status: 400 | 404): void {
  const response = answering().getStore()?.response;
  if (response && !response.headersSent) response.statusCode = status;
}
