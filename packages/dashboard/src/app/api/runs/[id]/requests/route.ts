import { answerWrite } from "../../../../../server/answer-write.ts";
import { store } from "../../../../../server/store.ts";

/** `{ "want": "stop" | "save_weights" }`: asks it of the run's training. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return answerWrite(request, async ({ want }) => {
    const open = await store();
    return { request: await open.request(id, { want: want as "stop" }) };
  });
}
