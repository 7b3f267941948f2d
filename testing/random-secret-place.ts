import {
  anySecret,
  keyBlock,
  pick,
  type Random,
  type Secret,
  secretNames,
  shapes,
} from "./random-secret.ts";

/** A text in which a secret stands as people and programs write it. */
export function sentence(random: Random): Secret {
  const kind = Math.floor(random() * 4);
  if (kind === 0) {
    const block = keyBlock(random);
    return { ...block, text: `could not read\n${block.text}\nfrom disk` };
  }
  if (kind === 1) {
    const [name, make] = pick(random, Object.entries(shapes));
    const planted = make(random);
    return { kind: name, text: `refused: ${planted}, try another`, planted: [planted] };
  }
  const planted = anySecret(random);
  const name = pick(random, secretNames);
  if (kind === 2) {
    const address = pick(random, [
      `https://${planted}@github.com/birds.git`,
      `https://ana:${planted}@example.org/x?y=1`,
      `postgres://ana:${planted}@db:5432/birds`,
      `redis://:${planted}@cache`,
      `mongodb+srv://ana:${planted}@cluster0.example.net/?retryWrites=true`,
      `https://example.org/data?part=1&token=${planted}&x=2`,
      `https://store.example.net/x?sv=2024&sig=${planted}`,
      `wss://example.org/live#access_token=${planted}`,
    ]);
    return { kind: address, text: `fetch of ${address} failed`, planted: [planted] };
  }
  const form = pick(random, [
    `${name}=${planted}`,
    `${name}: ${planted}`,
    `"${name}": "${planted}"`,
    `{\\"${name}\\":\\"${planted}\\"}`,
    `${name} = '${planted}'`,
    `${name} := ${planted}`,
    `headers["${name}"] = "${planted}"`,
    `set("${name}", "${planted}")`,
    `<${name}>${planted}</${name}>`,
    `--${name} ${planted}`,
    `--${name}=${planted}`,
    `${name}:\n  ${planted}`,
    `Authorization: Bearer ${planted}7`,
    `authorization: Basic ${btoa(`ana:${planted}`)}`,
    `Set-Cookie: sid=${planted}; Path=/`,
    `cookie: theme=dark; sid=${planted}`,
    `the password is ${planted}1`,
  ]);
  return { kind: form, text: `tried with ${form}`, planted: [planted, btoa(`ana:${planted}`)] };
}

/** A config in which a secret stands, by its name or by its shape. */
export function settings(random: Random): {
  readonly config: Record<string, unknown>;
  readonly planted: readonly string[];
} {
  const planted = anySecret(random);
  const name = pick(random, secretNames);
  const value = pick<unknown>(random, [planted, [planted, planted], { deep: { er: planted } }]);
  const number = 10_000_000 + Math.floor(random() * 80_000_000);
  const said = sentence(random);
  const config = pick<Record<string, unknown>>(random, [
    { [name]: value },
    { a: { b: [{ [name]: value }] } },
    { [name]: number },
    { env: [{ name, value: planted }] },
    {
      headers: [
        ["accept", "x"],
        [name, planted],
      ],
    },
    { args: ["train", `--${name}`, planted, "--epochs", "3"] },
    { argv: ["--units", "3", `--${name}=${planted}`] },
    { smtp: { user: "ana", pass: planted } },
    { remote: { host: "example.org", key: planted } },
    { s3: { bucket: "birds", key: planted, region: "x" } },
    { credentials: { a: planted } },
    { env: { MY_KEY: planted } },
    { map: new Map([[name, planted]]) },
    { json: JSON.stringify({ [name]: planted }) },
    { note: said.text },
    { list: ["x", said.text] },
  ]);
  return { config, planted: [planted, String(number), ...said.planted] };
}
