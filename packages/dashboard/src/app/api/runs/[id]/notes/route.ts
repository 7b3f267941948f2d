import { answerWrite } from "../../../../../server/answer-write.ts";
import { store } from "../../../../../server/store.ts";

/** `{ "text": "…" }`: adds a note to the run. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return answerWrite(request, async ({ text }) => {
    const open = await store();
    await open.addNote(id, { text: text as string });
    return {};
  });
}
