const asks = [
  "/api/runs?project=sent&metric=key_0",
  "/api/series?project=sent&keys=key_0&ids=run-000000&ids=run-000001",
  "/api/projects",
  "/api/facets?project=sent",
];

/** What an open page asks, once, so that the server has loaded what answers it. */
export async function askOnce(url: string): Promise<void> {
  for (const ask of asks) await (await fetch(url + ask)).arrayBuffer();
}

/** Asks it about ten times a second, until the returned function is called: that returns how long each took in milliseconds, in ascending order. */
export function readPages(url: string): () => Promise<readonly number[]> {
  const waits: number[] = [];
  let isOver = false;
  const reading = (async () => {
    for (let i = 0; !isOver; i++) {
      const since = performance.now();
      const answer = await fetch(url + (asks[i % asks.length] ?? ""));
      await answer.arrayBuffer();
      waits.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return async () => {
    isOver = true;
    await reading;
    return waits.sort((a, b) => a - b);
  };
}
