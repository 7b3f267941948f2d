import { whole } from "@epochal/testing/full";
import { seededRandom } from "@epochal/testing/random";
import {
  anySecret,
  keyBlock,
  pick,
  type Random,
  secretNames,
  shapes,
} from "@epochal/testing/random-secret";
import { expect, test } from "vitest";
import { redactDiff } from "./redact-diff.ts";
import { redacted } from "./redacted.ts";

const header = (file: string) =>
  `diff --git a/${file} b/${file}\nindex 1c3cc7e..e5d6f4b 100644\n--- a/${file}\n+++ b/${file}\n@@ -1,9 +1,9 @@ fit(model)`;

test.each([
  ["train.ts", ["-const epochs = 10;", "+const epochs = 20;", " const key = await pick(keys);"]],
  [
    "train.ts",
    [" const apiKey = process.env.API_KEY;", "+function login(password: string): Token {"],
  ],
  [
    "train.ts",
    [
      "+const tokens = tokenizer.encode(text);",
      "+const token = tokens[0];",
      "+if (token === undefined) return;",
    ],
  ],
  [
    "train.ts",
    ["+  maxTokens: 512,", '+  pooling: { tokenType: "cls" },', "+  keyDim: 64,", "+  passes: 3,"],
  ],
  [
    "train.ts",
    [
      '+import { Token, tokenize } from "./token.ts";',
      "+  password?: string;",
      "+  readonly token: Token | undefined;",
    ],
  ],
  [
    "model.py",
    [
      "+    token = tokenizer.decode(ids)",
      "+    num_keys=8, key_dim=64, pass_rate=0.5",
      "+def login(user, password):",
    ],
  ],
  [
    "config.yaml",
    [
      "+max_tokens: 512",
      "+key_dim: 64",
      "+key: val_auc",
      "+passes: 3",
      "+optimizer:",
      "+  name: adam",
    ],
  ],
  [
    "data.json",
    [
      '+  "sha": "00c18f3dcecc8a4bf53a21699835222a00804f5e",',
      '+  "tokens": 512',
      '-  "author": "ana"',
    ],
  ],
  [
    "README.md",
    [
      "+Train with `node train.ts --epochs 3 --max-tokens 512`: see https://example.org/a?b=c#d",
      "+",
    ],
  ],
  ["train.ts", ["+// bird", "\\ No newline at end of file"]],
])("leaves ordinary changes of %s as they are", (file, lines) => {
  const diff = [header(file), ...lines, ""].join("\n");
  expect(redactDiff(diff)).toBe(diff);
});

test("says in the line what was left out, and leaves the others", () => {
  const lines = ['+const apiKey = "hunter2";', "+const units = 64;", " password: string;"];
  const safe = redactDiff([header("a.ts"), ...lines].join("\n"))
    .split("\n")
    .slice(-3);
  expect(safe).toEqual([`+const apiKey = ${redacted}`, "+const units = 64;", " password: string;"]);
});

interface Changed {
  readonly file: string;
  readonly lines: readonly string[];
  readonly planted: readonly string[];
}

/** A secret on a line of its own, on the next one, or in a block of several. */
function change(random: Random): Changed {
  const name = pick(random, secretNames);
  const planted = anySecret(random);
  const next = anySecret(random);
  const sign = pick(random, "+- ");
  const source = pick(random, ["a.ts", "b.js", "c.py", "d/e.tsx", "f.go"]);
  const settings = pick(random, [
    "a.yaml",
    "b.toml",
    "c.ini",
    "d.properties",
    "e.cfg",
    "Dockerfile",
    "f.txt",
  ]);
  const all = (file: string, lines: readonly string[]): Changed => ({
    file,
    lines: lines.map((line) => `${sign}${line}`),
    planted: [planted, next],
  });
  const block = keyBlock(random);
  const shape = pick(random, Object.values(shapes))(random);
  const cut = Math.floor(random() * block.planted.length);
  const anything = pick(random, [source, settings, "x.json"]);
  return pick<() => Changed>(random, [
    () => all(source, [`const ${name.replaceAll("-", "_")} = "${planted}";`]),
    () => all(source, [`  "${name}": "${planted}", units: 3,`]),
    () => all(source, [`  ${name.replaceAll("-", "_")}:`, `    "${planted}",`, "  units: 3,"]),
    () => all(source, [`config["${name}"] =`, `  '${planted}'`, ""]),
    () => all(source, [`headers.set("${name}", "${planted}");`]),
    () => all(source, [`setPassword("${planted}")`, `withToken('${next}')`]),
    () => all(source, [`if (password === "${planted}") return;`]),
    () => all(source, ["const secrets = {", `  a: "${planted}",`, `  b: ["${next}"],`, "};"]),
    () => all(source, ["const password = `", planted, next, "`;"]),
    () => all(source, ["smtp({", '  user: "ana",', `  pass: "${planted}",`, "})"]),
    () => all(source, ["token = (", `    "${planted}"`, `    "${next}"`, ")"]),
    () => all(source, [`fetch("https://${planted}@example.org/?token=${next}")`]),
    () =>
      all(source, [`spawn("login --password ${planted}")`, `Authorization: \`Bearer 7${next}\``]),
    () => all(source, [`const ${name.replaceAll("-", "_")} = process.env.X ?? "${planted}";`]),
    () => all(settings, [`${name}: ${planted}`, "units: 3"]),
    () => all(settings, [`${name} = ${planted} ${next}`]),
    () => all(settings, [`${name}:`, `  ${planted}`, "units: 3"]),
    () => all(settings, [`${name}: >-`, `  ${planted}`, `  ${next}`, "units: 3"]),
    () => all(settings, [`${name}:`, `- ${planted}`, `- ${next}`, "units: 3"]),
    () => all(settings, [`export KEY=${planted}`, `PASS=${next}`]),
    () => all(settings, [`ENV ${name}=${planted}`, `RUN login -u ana --password ${next}`]),
    () => all(settings, ["credentials:", `  one: ${planted}`, "  two:", `    three: ${next}`]),
    () => all("x.json", [`  "${name}": "${planted}",`, `  "${name}":`, `    "${next}"`]),
    () => all("x.json", [`  "${name}": [`, `    "${planted}",`, `    "${next}"`, "  ],"]),
    () => all("x.xml", [`<${name}>${planted}</${name}>`]),
    () => ({ ...all(anything, [`x ${shape} y`]), planted: [shape] }),
    // A line that stays, and a value that changes.
    () => ({
      file: anything,
      lines: [`   "${name}":`, `-    "${planted}"`, `+    "${next}"`],
      planted: [planted, next],
    }),
    () => ({
      file: anything,
      lines: block.text.split("\n").map((line) => `${sign}${line}`),
      planted: block.planted,
    }),
    () => ({
      file: anything,
      lines: block.text.split("\n").map((line) => `${sign}  "${line}\\n" +`),
      planted: block.planted,
    }),
    // Only a part of the block is in the diff: its begin, its middle or its end.
    () => ({
      file: anything,
      lines: [...block.text.split("\n").slice(0, cut + 1), "@@ -90,3 +90,3 @@"].map((line) =>
        line.startsWith("@@") ? line : `${sign}${line}`,
      ),
      planted: block.planted.slice(0, cut),
    }),
    () => ({
      file: anything,
      lines: block.text
        .split("\n")
        .slice(cut + 1)
        .map((line) => `${sign}${line}`),
      planted: block.planted.slice(cut),
    }),
  ])();
}

test("no secret of a change is left, in whatever file, on whatever side", () => {
  for (let seed = 1; seed <= whole(15_000); seed++) {
    const { file, lines, planted } = change(seededRandom(seed * 7919));
    const diff = [header(file), ...lines, "@@ -99,2 +99,2 @@", " const units = 64;"].join("\n");
    const safe = redactDiff(diff);
    const found = planted.filter(
      (secret) => lines.join("\n").includes(secret) && safe.includes(secret),
    );
    expect(found, `seed ${seed}\n${diff}\n=>\n${safe}`).toEqual([]);
    expect(safe, `seed ${seed}`).toContain("\n const units = 64;");
    expect(redactDiff(safe), `seed ${seed}`).toBe(safe);
  }
});

test("a long diff is read in a bounded time", () => {
  for (const part of [
    "+a",
    "+token = \n",
    "+'''",
    "+`\n",
    '+"',
    "+-----BEGIN A-----\n",
    "+aA1\n",
    "@@ -1 +1 @@\n",
    "+ ",
    "+secret: {\n",
  ]) {
    const safe = redactDiff(part.repeat(whole(1_000_000) / part.length));
    expect(safe.length).toBeGreaterThan(0);
  }
});
