/** Where a name stands. The bare words `key` and `pass` say secret only in some places. */
export type NamePlace = "config" | "credentials" | "arguments" | "environment";

const set = (words: string) => new Set(words.split(/\s+/));

/** Say secret wherever they stand in a name. */
const secretWords = set(
  `password passwords passwd passwds pwd passphrase passphrases passcode passcodes secret secrets credential credentials cred creds
  auth oauth authorization bearer cookie cookies jwt dsn webhook webhooks otp totp mnemonic htpasswd netrc passwort kennwort senha
  contrasena contraseña sessid phpsessid jsessionid`,
);
/** Say secret as two words, or glued: `session_id`, `sessionid`. */
const secretPairs = set(
  `session-id connection-string connection-strings conn-string conn-str seed-phrase recovery-code recovery-codes backup-codes pass-word
  pass-words pass-phrase pass-code shared-access`,
);
/** What is only counted or measured is no secret: `passwordLength`, `maxTokens`. */
const measures = set(
  `length len count counts size sizes dim dims limit max min policy type types mode method enabled required strength attempts retries
  epochs weight weights loss rate ratio accuracy acc score index ttl expiry timeout entropy rounds field fields column columns santa
  cutter`,
);
const counted = set("num n number max min no disable require total avg mean");
/** Services that give out keys and tokens. */
const services = set(
  `openai ai anthropic claude wandb comet neptune huggingface hf hub aws gcp azure google github gh gitlab stripe slack twilio sendgrid
  kaggle replicate cohere mistral groq pinecone langsmith langchain datadog sentry supabase firebase cloudflare digitalocean npm pypi
  openrouter together deepseek gemini mailgun algolia heroku telegram discord netlify vercel notion linear vault`,
);
/** What keys and tokens are for that are secret. */
const roles = set(
  `api access secret private signing sign encryption encrypt decryption master ssh gpg pgp auth oauth account storage deploy license
  licence service client consumer subscription sas webhook app application admin root aes rsa hmac jwt session bearer refresh csrf xsrf
  personal security`,
);
const owners = new Set([...services, ...roles]);
/** Whose pass it is. */
const passOwners = set(
  `db database user usr smtp imap mail email mysql postgres pg redis mongo root admin ftp sftp ssh login http https proxy basic auth my
  api account service vpn wifi server client registry ldap sudo app keystore key cert rabbitmq amqp mqtt`,
);
/** After the word token: `tokenGithub`, `TOKEN_PROD`. */
const tokenEnds = set(
  "value string str secret prod production dev staging test live old new main backup primary secondary",
);
/** Tokens of texts and images. */
const textTokens = set(
  `pad eos bos unk mask cls sep class start end stop special oov blank per next prev previous first last image img text vocab
  vocabulary word sub char byte decoder encoder target source src tgt input output query prompt prefix suffix register reg dist
  distill distillation visual vision audio video patch motion time timestep position pos eot sot eod bot pooled pooling unknown padding
  beginning ending newline language lang task label context begin separator sentence document system assistant think thinking
  object sink mem memory latent learnable global local forced suppress bad additional add drop return skip tokenizer`,
);
/** Keys that look something up, also in the environment. */
const lookups = set(
  `sort primary foreign cache group image label metric query attention monitor rng prng kv feature data column record random partition
  index map dict object hot idx natural public pub config run join target input output`,
);
const bareWords = set("key pass pin pat");
const gluedEnds = [
  "password",
  "passwd",
  "passphrase",
  "credentials",
  "secret",
  "tokens",
  "token",
  "keys",
  "key",
  "pass",
  "pwd",
];

/**
 * Whether a name says that its value is a secret, by its whole words: `apiKey`, `DB_PASSWORD`, `x-auth-token`, `PGPASSWORD`. Names of
 * hyperparameters such as `maxTokens`, `tokenizer`, `keyDim` and `passes` do not.
 */
export function isSecretName(name: string, place: NamePlace = "config"): boolean {
  const question = `${place} ${name}`;
  const known = answers.get(question);
  if (known !== undefined) return known;
  const isSecret = decide(name, place);
  if (answers.size >= mostAnswers) answers.clear();
  answers.set(question, isSecret);
  return isSecret;
}

/** The same few names are in every record of a training. */
const answers = new Map<string, boolean>();
const mostAnswers = 1000;

function decide(name: string, place: NamePlace): boolean {
  const words = wordsOf(name.slice(0, 200));
  const [first = ""] = words;
  const last = words.at(-1) ?? "";
  if (words.length > 1 && (counted.has(first) || measures.has(last))) return false;
  // The working directory.
  if (place === "environment" && /^(OLD)?PWD$/.test(name)) return false;
  return (
    words.some((word) => secretWords.has(word)) ||
    words.some((word, i) => i > 0 && secretPairs.has(`${words[i - 1]}-${word}`)) ||
    words.some((word, i) => /^keys?$/.test(word) && owners.has(words[i - 1] ?? "")) ||
    isToken(words) ||
    (last === "pass" && passOwners.has(words.at(-2) ?? "")) ||
    isBare(words, place)
  );
}

function isToken(words: readonly string[]): boolean {
  const at = words.findIndex((word) => word === "token" || word === "tokens");
  if (at < 0) return false;
  const before = words.slice(0, at);
  if (before.some((word) => textTokens.has(word))) return false;
  if (words[at] === "tokens") return owners.has(words[at - 1] ?? "") && words.length === at + 1;
  return words.slice(at + 1).every((word) => tokenEnds.has(word) || services.has(word));
}

function isBare(words: readonly string[], place: NamePlace): boolean {
  const last = words.at(-1) ?? "";
  if (place === "config") return false;
  if (place === "credentials" && last === "keys" && words.length === 1) return true;
  if (!bareWords.has(last)) return false;
  if (words.length === 1) return true;
  const owner = words.at(-2) ?? "";
  if (place !== "environment" || lookups.has(owner) || textTokens.has(owner)) return false;
  return (
    last !== "pass" || !/^(one|two|three|forward|backward|low|high|band|single|multi)$/.test(owner)
  );
}

/** `OPENAI_API_KEY2` and `openaiApiKey` are both openai, api, key. */
function wordsOf(name: string): string[] {
  return name
    .normalize("NFC")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\d+$/, ""))
    .filter((word) => word !== "")
    .flatMap(unglued);
}

/** `pgpassword` is pg, password; `apikey` is api, key; `monkey` is one word. */
function unglued(word: string): string[] {
  if (secretWords.has(word)) return [word];
  if (/^(session|connection|conn)(id|string|strings|str)$/.test(word)) {
    return word.split(/(?<=session|connection|conn)/);
  }
  const end = gluedEnds.find((each) => word.length > each.length && word.endsWith(each));
  if (end === undefined) return [word];
  const begin = word.slice(0, -end.length);
  const isKnown =
    !/^(key|keys|pass|token|tokens)$/.test(end) ||
    owners.has(begin) ||
    (end === "pass" && passOwners.has(begin)) ||
    (end.startsWith("token") && textTokens.has(begin));
  if (isKnown) return [begin, end];
  // `mydbtoken`, `secretaccesskey`: whose it is may itself be glued.
  const owner = [...owners].find((each) => each.length > 2 && begin.endsWith(each));
  return owner === undefined || end === "pass" ? [word] : [begin, owner, end];
}
