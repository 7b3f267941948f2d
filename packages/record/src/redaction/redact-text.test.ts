import { whole } from "@epochal/testing/full";
import { expect, test } from "vitest";
import { redactText } from "./redact-text.ts";
import { redacted } from "./redacted.ts";

test.each([
  "the third try, with more data: units 64, dropout 0.5, val_auc=0.91",
  "maxTokens: 512, tokenizer=bpe, keyDim: 64, passes=3, num_keys=8",
  "commit 00c18f3dcecc8a4bf53a21699835222a00804f5e of main",
  "checksum=9f86d081884c7d65 fingerprint: 2c26b46b68ffc68ff99b453c1d304134",
  "run 0123456789abcdef, 550e8400-e29b-41d4-a716-446655440000",
  "https://example.org/data/birds.csv?part=2&seed=7#top",
  "http://localhost:4300/runs/01h8", // a port, no password
  "ssh://git@example.org/birds.git and git@example.org:ana/birds.git",
  "postgres://ana@localhost/birds",
  "saved to /home/ana/.epochal/checkpoints/epoch-12/model.json",
  "SyntaxError: Unexpected token: } in JSON at position 4",
  "TypeError: x is not a function\n    at login (file:///app/auth.ts:12:5)\n    at Token.read (/app/token.js:3:1)",
  "Early stopping: val_loss had not improved on 0.4 (epoch 3) for 10 epochs",
  "a basic understanding, the basic idea, bearer of news, tokens per second: 12000",
  "mask_token: [MASK] pad_token=<pad>",
  "passed 3 of 4; compass=north; monkey: 3; author: ana; signature: serving_default",
  "sk-learn-classifier-v2 task-abcdefghij1234567890 hf_hub_download_the_whole_dataset_2",
  "http://localhost:3000/users/@me",
  "mail ana@example.org about a:b",
])("leaves %j as it is", (text) => {
  expect(redactText(text)).toBe(text);
});

test.each([
  [
    "sent with epochal_hkfgeeq982vrnkxc_0ezYSLlOYg7bklxDPlRTKFhD6s6l8jmYXgi1JME_j0U today",
    `sent with ${redacted} today`,
  ],
  ["https://ana:hunter2@example.org/x", `https://${redacted}@example.org/x`],
  ["postgres://ana:p@ss/w:rd@db/birds", `postgres://${redacted}@db/birds`],
  ["https://x.org/a?token=abc&seed=3", `https://x.org/a?token=${redacted}&seed=3`],
  ["password=hunter2 units=3", `password=${redacted} units=3`],
  ["Authorization: Basic YW5hOmh1bnRlcjI=\nunits: 3", `Authorization: ${redacted}\nunits: 3`],
  ["password=null", "password=null"],
  ['token: ""', 'token: ""'],
  ["KEY=abc and key=abc", `KEY=${redacted} and key=abc`],
])("of %j only the secret", (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test("any long text is read in a bounded time", () => {
  const parts = [
    "a",
    "-",
    "=",
    '"',
    "\\",
    "://",
    "a:",
    "a=",
    "token=",
    "token: '",
    "-----BEGIN A-----\n",
    "eyJaaaaaaaaa.",
    "sk-",
    "@",
    "<a>",
    "--a ",
    "\n",
    "https://a:b",
    "?a=",
    "{",
    "aA1+",
    "1",
    "é",
    "password is ",
    "bearer ",
    "a.b-c_",
    "'''",
  ];
  for (const part of parts) {
    const text = part.repeat(whole(1_000_000) / part.length);
    const safe = redactText(text);
    expect(safe.length).toBeGreaterThan(0);
  }
});
