/** What to do about an empty store. */
export function noRunsYet(location: string): string {
  return `No runs yet in ${location}. Record one:

  import { History } from "@epochal/callbacks";
  import { openStore } from "@epochal/store";

  const store = await openStore(${JSON.stringify(location)});
  const run = await store.startRun({ project: "first-steps" });
  await run.track(() => model.fit(x, y, { epochs: 10, callbacks: [new History({ run })] }));
`;
}
