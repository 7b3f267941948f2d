import { expect, test } from "vitest";
import { redactArguments } from "./redact-arguments.ts";
import { redacted } from "./redacted.ts";

test.each([
  [
    "--epochs 3 --lr=0.1 --max-tokens 512 --key-dim 64 --tokenizer bpe -p 8080 -patience 3 --passes 2",
  ],
  ["train.ts --units 64 64 --no-auth --num-keys=8 -lr 0.1 a=b --seed -1"],
])("leaves %s as it is", (line) => {
  expect(redactArguments(line.split(" "))).toEqual(line.split(" "));
});

test.each([
  ["--password 12345678 --epochs 3", `--password ${"#"} --epochs 3`],
  ["--api-key=1234567890123456", "--api-key=#"],
  ["--apiKey 1 2 --epochs 3", "--apiKey # # --epochs 3"],
  ["--api_key=true", "--api_key=#"],
  ["--PASSWORD true", "--PASSWORD #"],
  ["PASSWORD=12345678 password=1 db.password:1", "PASSWORD=# password=# db.password:#"],
  ["--pass 1 --key 2 --pin=3", "--pass # --key # --pin=#"],
  ["--token -aB3dEf", "--token #"],
  ["--env.API_KEY=1 -token 5", "--env.API_KEY=# -token #"],
  ["-p 12345678 -P hunter2", "-p # -P #"],
  ["-phunter2", "-p#"],
  ["--data https://12345678@example.org/x", "--data https://#@example.org/x"],
  ["--auth", "--auth"],
  ["--password= 12345678", "--password= #"],
  ["--password = 12345678", "--password # #"],
  ["--password:12345678", "--password:#"],
])("of %s it hides the secret", (line, expected) => {
  const safe = redactArguments(line.split(" "));
  expect(safe).toEqual(expected.split(" ").map((each) => each.replace("#", redacted)));
  expect(redactArguments(safe)).toEqual(safe);
});
