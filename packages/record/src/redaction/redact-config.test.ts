import fc from "fast-check";
import { expect, test } from "vitest";
import { redactConfig } from "./redact-config.ts";
import { redacted } from "./redacted.ts";

test.each([
  { optimizer: { name: "adam", lr: 1e-3, beta1: 0.9 }, units: [64, 32], dropout: 0.5 },
  { maxTokens: 512, tokenizer: { type: "bpe", vocab: 32_000 }, tokens: 3, keyDim: 64, passes: 2 },
  { attention: { key: 64, query: 64, value: 64 }, key: "val_auc", pass: 1, pin: true },
  {
    pooling: { token: "cls" },
    padToken: "<pad>",
    eos_token: 2,
    special_tokens: ["[CLS]", "[SEP]"],
  },
  {
    data: {
      path: "/data/birds.csv",
      url: "https://example.org/birds.csv",
      sha: "9f86d081884c7d65",
    },
  },
  {
    layers: [
      { name: "token_embedding", value: 3 },
      { name: "key", value: 8 },
    ],
  },
  { password: "", token: null, useAuth: false, auth: false, passwordLength: 12 },
  { args: ["--units", "64", "--max-tokens", "512", "--tokenizer", "bpe"] },
  { metrics: { auc: "AUC", f1: "F1" }, host: "here", note: "of the third try" },
])("leaves %j as it is", (config) => {
  expect(redactConfig(config)).toEqual(config);
});

test.each([
  [{ password: 12345678 }, { password: redacted }],
  [{ a: { b: [{ apiKey: ["x", 1] }] } }, { a: { b: [{ apiKey: redacted }] } }],
  [{ credentials: { user: "ana", pass: 1 } }, { credentials: redacted }],
  [{ smtp: { user: "ana", pass: 1234 } }, { smtp: { user: "ana", pass: redacted } }],
  [{ aws: { key: "x", region: "y" } }, { aws: { key: redacted, region: "y" } }],
  [{ env: { MY_KEY: "x", TZ: "UTC" } }, { env: { MY_KEY: redacted, TZ: "UTC" } }],
  [{ env: [{ name: "API_KEY", value: 7 }] }, { env: [{ name: "API_KEY", value: redacted }] }],
  [
    { args: ["--password", "x", "--units", "3"] },
    { args: ["--password", redacted, "--units", "3"] },
  ],
  [
    {
      entries: [
        ["token", "x"],
        ["units", 3],
      ],
    },
    {
      entries: [
        ["token", redacted],
        ["units", 3],
      ],
    },
  ],
])("of %j it hides the secret", (config, expected) => {
  expect(redactConfig(config)).toEqual(expected);
  expect(redactConfig(expected)).toEqual(expected);
});

test("numbers, and texts that say nothing, go through unchanged under any name of a hyperparameter", () => {
  const name = fc.constantFrom(
    "lr",
    "units",
    "maxTokens",
    "keyDim",
    "passes",
    "tokenCount",
    "seed",
    "α",
    "a.b",
    "numKeys",
  );
  const leaf = fc.oneof(
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), maxLength: 64 }),
    fc.uuid(),
  );
  const config = fc.dictionary(name, fc.oneof(leaf, fc.array(leaf), fc.dictionary(name, leaf)));
  fc.assert(
    fc.property(config, (each) => {
      expect(redactConfig(each)).toEqual({ ...each });
    }),
  );
});
