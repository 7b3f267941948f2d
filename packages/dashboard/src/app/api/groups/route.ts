import { answerQuestion } from "../../../server/answer-question.ts";
import { loadGroups } from "../../../server/load-groups.ts";
import { groupsQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** Groups of runs in figures: `GroupsAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, groupsQuestion, loadGroups);
}

export const POST = GET;
