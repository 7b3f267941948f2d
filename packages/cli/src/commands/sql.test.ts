import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { smallStore } from "../../test/small-store.ts";

test("answers SQL as a table, as JSON and as CSV", async () => {
  const { location } = await smallStore();
  const sql = async (...args: string[]) => {
    const { code, stdout, stderr } = await callEpochal(["sql", ...args, "--store", location]);
    expect(code).toBe(0);
    return { stdout, stderr };
  };
  const count = "SELECT project, count(*) AS n FROM runs GROUP BY project";
  expect((await sql(count)).stdout).toBe("project  n\nbirds    2\nfish     1\n");
  const odd =
    "SELECT name || ', \"x\"' AS a, NULL AS b, x'ff' AS c, 9007199254740993 AS d FROM runs ORDER BY name DESC";
  const cut = await sql(odd, "--csv", "--limit", "1");
  expect(cut.stdout).toBe('a,b,c,d\n"slow, ""x""",,ff,9007199254740993\n');
  expect(cut.stderr).toBe("Only the first 1 rows; --limit shows more.\n");
  expect(JSON.parse((await sql(odd, "--json", "--limit", "1")).stdout)).toMatchObject({
    columns: ["a", "b", "c", "d"],
    rows: [['slow, "x"', null, "ff", "9007199254740993"]],
    isCut: true,
  });
});

test.each([
  [1, ["DELETE FROM runs"], "only a statement that reads rows is answered, such as SELECT"],
  [1, ["SELECT 1; SELECT 2"], "more than one statement"],
  [2, ["SELECT 1", "--json", "--csv"], "say --json or --csv, not both"],
  [
    1,
    [
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n WHERE i > 1",
      "--seconds",
      "1",
    ],
    "it takes longer than 1 s, and was ended",
  ],
])("exit code %i for %j", async (wanted, args, says) => {
  const { location } = await smallStore();
  const { code, stdout, stderr } = await callEpochal(["sql", ...args, "--store", location]);
  expect({ code, stdout }).toEqual({ code: wanted, stdout: "" });
  expect(stderr).toContain(says);
});
