/** Asks the server to write. @throws Error that says in words why nothing was written */
export async function postJson<T>(path: string, body: object): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("The dashboard does not answer. It was ended, perhaps: start it again.");
  }
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text) as T;
  throw Object.assign(new Error(reasonOf(text, answer.status)), { status: answer.status });
}

function reasonOf(text: string, status: number): string {
  try {
    const { error } = JSON.parse(text) as { readonly error?: unknown };
    if (typeof error === "string") return error;
  } catch {
    // The gate refuses in plain words.
  }
  return text.trim() || `The dashboard answered with ${status}.`;
}
