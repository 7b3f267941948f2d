/** Not in the middle of a word: `task-…` is no `sk-…`. */
const begin = "(?<![A-Za-z0-9])";
const aDigit = String.raw`(?=[A-Za-z_-]{0,200}\d)`;

/**
 * Begins that services give their keys and tokens so that they are found, and the least length of what follows. Beside the services' own
 * pages these are the begins that gitleaks' rules know; the rules themselves are longer, and bound to their engine.
 */
const begins: readonly (readonly [begins: string, follows: string])[] = [
  // With a digit at least, because identifiers of code begin like these.
  ["sk-[a-z]{2,10}-", `${aDigit}(?=[a-z\\d_-]{0,200}[A-Z])[\\w-]{24,}`],
  ["lsv2_|sb_secret_|xai-|pplx-|nvapi-|tskey-|PMAK-", `${aDigit}[\\w-]{16,}`],
  [
    "sk-|sk_|rk_|hf_|api_org_|npm_|gsk_|r8_|sbp_|ntn_|figd_|fw_|re_|napi_|key-",
    "(?=[A-Za-z]{0,200}\\d)[A-Za-z0-9]{16,}",
  ],
  // Nobody writes these for anything else.
  [
    "sk_live_|sk_test_|sk_prod_|rk_live_|rk_test_|pk_live_|whsec_|sk-ant-|sk-proj-|sk-or-|sk-svcacct-|sk-lf-|gh[opsur]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|soat|ft|imt|agent|oas|ffct)-|xox[a-z]-|xoxe\\.|xapp-|pypi-|do[opr]_v1_|shp(?:at|ca|pa|ss)_|lin_api_|lin_oauth_|rubygems_|dckr_(?:pat|oat)_|pul-|glsa_|glc_|sntry[su]_|pscale_(?:tkn|pw|oauth)_|dt0c01\\.|dp\\.(?:pt|st|ct|sa)\\.|sq0(?:atp|csp)-|EAAA|ATATT3|ATCTT3|GOCSPX-|ya29\\.|1//0|NRAK-|NRJS-|CCIPAT_|bkua_|AGE-SECRET-KEY-1|ops_eyJ|hv[sbr]\\.|wandb_v1_|FLWSECK|EZ[AT]K|duffel_(?:live|test)_|fio-u-|cfut_|cfat_|tvly-|pat-na1-",
    "[\\w.+/=-]{8,}",
  ],
  // Our own tokens.
  ["epochal_[0-9a-z]{16}_", "[\\w-]{20,}"],
  ["AKIA|ASIA|ABIA|ACCA", "[A-Z0-9]{16}(?![A-Za-z0-9])"],
  ["AIza", "[\\w-]{30,}"],
  ["secret_|fo1_|fm[12][ar]?_", "[A-Za-z0-9]{40,}"],
  ["dapi", "[0-9a-f]{32}"],
  ["SG\\.", "[\\w-]{16,}\\.[\\w-]{16,}"],
  ["SK", "[0-9a-f]{32}(?![A-Za-z0-9])"],
];

/** What secrets look like, wherever they stand. Each is bounded, so that no text takes long. */
export const secretShapes: readonly RegExp[] = [
  new RegExp(
    `${begin}(?:${begins.map(([starts, follows]) => `(?:${starts})${follows}`).join("|")})`,
    "g",
  ),
  // JSON web tokens, signed and encrypted.
  new RegExp(`${begin}eyJ[\\w-]{8,}(?:\\.[\\w-]*){1,4}`, "g"),
  // Bots of Telegram and Discord.
  new RegExp(`${begin}\\d{8,10}:[A-Za-z0-9_-]{35}(?![\\w-])`, "g"),
  new RegExp(`${begin}[MNO][\\w-]{23,25}\\.[\\w-]{6}\\.[\\w-]{27,38}`, "g"),
  // Addresses that whoever knows them may write to.
  /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|(?:\w{1,20}\.)?discord(?:app)?\.com\/api\/webhooks|[\w-]{1,60}\.webhook\.office\.com\/webhookb2)\/[^\s"'`<>]{8,}/gi,
  // A secret of an application in Azure.
  /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}/g,
];

/** Blocks of keys and certificates: `-----BEGIN RSA PRIVATE KEY-----` and its kin, up to their end. */
export const keyBlock: Readonly<Record<"begin" | "end" | "line" | "inside", RegExp>> = {
  begin: /-{4,5} ?BEGIN [A-Z0-9 ]{1,60}-{4,5}/,
  end: /-{4,5} ?END [A-Z0-9 ]{1,60}-{4,5}/,
  /** A line of the inside: base64, quoted and joined as sources do it, or a header of it. */
  line: /^[\s"'`+>|]*(?:[A-Za-z0-9+/]{4,}={0,3}(?:\\[rn])*|[A-Z][A-Za-z-]{2,30}: [\w ,.+/-]{1,100})?[\s"'`+,;\\]*$/,
  /** A line that stands in no other text. */
  inside:
    /^[\s"'`+>|]*(?=[^A-Z\n]{0,200}[A-Z])(?=[^a-z\n]{0,200}[a-z])(?=[^\d\n]{0,200}\d)[A-Za-z0-9+/]{40,}={0,3}(?:\\[rn])*[\s"'`+,;\\]*$/,
};
