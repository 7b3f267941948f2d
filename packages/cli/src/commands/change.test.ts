import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { smallStore } from "../../test/small-store.ts";

/** What a command said, and what undoes it: the arguments of the line that it names. */
async function change(location: string, ...args: string[]) {
  const { code, stdout, stderr } = await callEpochal([...args, "--store", location]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [said = "", undo = ""] = stdout.trimEnd().split(" Undo: epochal ");
  return { said, undo: undo.match(/'(?:[^']|'\\'')*'|\S+/g)?.map(unquoted) ?? [] };
}

const unquoted = (word: string) =>
  word.startsWith("'") ? word.slice(1, -1).replaceAll("'\\''", "'") : word;

test("what renames, tags and archives a run says what undoes it", async () => {
  const { location, ids } = await smallStore();
  const runs = async (...args: string[]) => {
    const { stdout } = await callEpochal(["ls", "--json", ...args, "--store", location]);
    const page = JSON.parse(stdout) as { runs: { id: string; name: string; tags: string[] }[] };
    return page.runs.find(({ id }) => id === ids.slow);
  };
  const renamed = await change(location, "rename", "slow", "it's the 1st");
  expect(renamed.said).toBe("slow is called it's the 1st now.");
  const again = await change(location, ...renamed.undo);
  expect((await runs())?.name).toBe("slow");
  await change(location, ...again.undo);
  expect((await runs())?.name).toBe("it's the 1st");

  const tagged = await change(location, "tag", ids.slow, "base", "of paper");
  expect(tagged.said).toBe("it's the 1st is tagged base, of paper now.");
  expect((await runs())?.tags).toEqual(["base", "of paper"]);
  await change(location, ...tagged.undo);
  expect((await runs())?.tags).toEqual([]);

  const archived = await change(location, "archive", ids.slow.slice(0, 8));
  expect(await runs()).toBeUndefined();
  expect((await runs("--archived"))?.id).toBe(ids.slow);
  await change(location, ...archived.undo);
  expect((await runs())?.id).toBe(ids.slow);
});

test("a tag that is not there cannot be taken off", async () => {
  const { location } = await smallStore();
  const args = ["tag", "slow", "base", "--remove", "--store", location];
  expect(await callEpochal(args)).toEqual({
    code: 1,
    stdout: "",
    stderr: "epochal: slow has no tag base. It has none.\n",
  });
});

test("what is asked for twice is said to be so, and changes nothing", async () => {
  const { location, ids } = await smallStore();
  const { stdout } = await callEpochal(["tag", "slow", "a", "a", "--store", location]);
  expect(stdout).toBe(`slow is tagged a now. Undo: epochal tag ${ids.slow} a --remove\n`);
  await change(location, "archive", "fast");
  for (const [args, says] of [
    [["rename", "slow", "slow"], "slow has that name already."],
    [["tag", "slow", "a"], "slow has these tags already."],
    [["archive", "fast"], "fast is archived already."],
    [["archive", "slow", "--undo"], "slow is in the lists."],
  ] as const)
    expect(await change(location, ...args)).toEqual({ said: says, undo: [] });
  const { stdout: shown } = await callEpochal(["show", "slow", "--json", "--store", location]);
  const { run } = JSON.parse(shown) as { run: { events: { event: { type: string } }[] } };
  expect(run.events.filter(({ event }) => event.type === "updated")).toHaveLength(1);
});
