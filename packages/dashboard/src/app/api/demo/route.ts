import { answerWrite } from "../../../server/answer-write.ts";
import { startDemo } from "../../../server/start-demo.ts";

/** `{}`: `{ token }`, by which the page that asks records the demo that it trains. */
export function POST(request: Request): Promise<Response> {
  return answerWrite(request, startDemo);
}
