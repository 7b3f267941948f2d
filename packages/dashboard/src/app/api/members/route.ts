import { answerQuestion } from "../../../server/answer-question.ts";
import { loadMembers } from "../../../server/load-members.ts";
import { membersQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** The runs of a group: `MembersAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, membersQuestion, loadMembers);
}

export const POST = GET;
