import { expect, test } from "vitest";
import { isSecretName } from "./is-secret-name.ts";

const list = (text: string) => text.trim().split(/\s+/);

/** Say secret wherever they stand. */
const secret = list(`
  password Password PASSWORD passwd pwd passphrase passWord pass_phrase secret secrets token apiKey api_key api-key APIKey apikey APIKEY
  accessKey accesskey privateKey private_key credential credentials creds auth authorization Authorization bearer cookie cookies jwt dsn
  OPENAI_API_KEY OPENAI_API_KEY2 API_KEY_OPENAI GH_TOKEN GITHUB_TOKEN wandbApiKey WANDB_API_KEY db_password dbPassword PGPASSWORD
  pgpassword MYSQL_PWD aws_secret_access_key AWS_SECRET_ACCESS_KEY aws_access_key_id secretAccessKey x-api-key X-Auth-Token NPM_TOKEN
  npm_token hfToken HFToken hf_token HUGGINGFACE_TOKEN huggingfacehub_api_token authtoken authToken accesstoken accessTokens api_tokens
  refreshToken idToken userToken sessionToken session_id sessionId JSESSIONID clientSecret client_secret CLIENTSECRET webhookUrl
  SLACK_WEBHOOK connectionString connection_string SENTRY_DSN dbPass smtp_pass userPass sshpass password2 pass_word passwordHash
  db.password database.credentials.user openaiKey openAIKey stripeKey encryption_key signingKey secretKey SECRET_KEY master-key
  storageAccountKey serviceAccountKey LICENSE_KEY tokenGithub token_prod TOKEN2 token-value useAuthToken use_auth_token proxyAuth
  basicAuth OAuth oauthToken auth.token set-cookie setCookie cookie_jar csrfToken otp mnemonic seedPhrase seed_phrase httpPassword
  root_passwd htpasswd Passwort kennwort senha contraseña mydbpassword deploytoken gitlabtoken awsKey azureKey secret_value
  my_secret_thing secrets.production adminPassword REDIS_PASSWORD rabbitmqPass KAGGLE_KEY replicateApiToken
`);
/** Hyperparameters, columns and settings. */
const plain = list(`
  maxTokens max_tokens maxNewTokens numTokens n_tokens tokens tokenizer Tokenizer tokenize tokenizerName tokenCount token_count tokenLimit
  tokenDim tokenEmbedding token_embedding tokenLength token_type_ids tokenDropout tokenMixing token_ids tokenId inputTokens promptTokens
  padToken pad_token eosToken bos_token unkToken mask_token clsToken class_token sepToken padTokenId special_tokens imageTokens
  startToken endToken nextToken subtoken padtoken detokenizer tokensPerSecond keyDim key_dim numKeys num_keys queryKey keys
  key attentionKeys keyLength kvKeys sortKey sort_key primaryKey foreign_key groupKey imageKey labelKey cacheKey monkey turkey keyboard
  keyframe passes passThrough pass_through pass numPasses forwardPass lowPass highPass bandpass bypass compass password_length
  passwordLength max_password_length numSecrets maxApiKeys session sessionLength session_length author authors authority secretary
  cookieCutter cookie_cutter secretSanta signature signatures pin pinMemory pin_memory pattern patience path pat seed hash commit salt nonce
  learningRate units dropout epochs batchSize optimizer lr beta1 momentum weightDecay hidden activation passRate pass_rate
  bearing bearings author_token_count compassKey privacy private publicKey public_key accessMode access rateLimit wordpiece
  certificate authEnabled authMethod passengers keypoints keypoint_loss tokenLoss passwordAccuracy userId user login username
`);

test.each(secret)("%s says secret", (name) => {
  expect(isSecretName(name)).toBe(true);
  for (const place of ["credentials", "arguments", "environment"] as const) {
    expect(isSecretName(name, place)).toBe(true);
  }
});

test.each(plain)("%s does not", (name) => {
  expect(isSecretName(name)).toBe(false);
});

test("key and pass say it where keys and passes are given", () => {
  for (const name of ["key", "pass", "KEY", "PASS", "pin", "pass2"]) {
    for (const place of ["credentials", "arguments", "environment"] as const) {
      expect(isSecretName(name, place)).toBe(true);
    }
  }
  for (const name of ["STRIPE_PASS", "SOME_SERVICE_KEY", "GITHUB_PAT", "MYAPP_KEY"]) {
    expect(isSecretName(name, "environment")).toBe(true);
  }
  for (const name of ["SORT_KEY", "LOW_PASS", "KEY_DIM", "PASSES", "NUM_KEYS", "PWD", "OLDPWD"]) {
    expect(isSecretName(name, "environment")).toBe(false);
  }
  for (const name of [
    "key-dim",
    "num-keys",
    "passes",
    "sort-key",
    "low-pass",
    "patience",
    "tokens",
  ]) {
    expect(isSecretName(name, "arguments")).toBe(false);
  }
});

test("a name of any length is read in no time", () => {
  for (const part of ["a", "A", "aA", "key", "-", "token_", "é", "\ud800", "1"]) {
    expect(isSecretName(part.repeat(500_000))).toBeTypeOf("boolean");
  }
});
