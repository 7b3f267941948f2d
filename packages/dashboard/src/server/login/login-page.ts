/** The page that asks for a token: the one that is made before Next, because nobody has come in yet. Nothing that was sent stands in it. */
export function loginPage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in · Epochal</title>
<link rel="icon" href="/icon.svg">
<style nonce="${nonce}">
:root {
  color-scheme: light dark;
  --bg: light-dark(#f6f7f9, #0e1116); --surface: light-dark(#fff, #151a21); --line: light-dark(#cfd4dc, #384150);
  --text: light-dark(#14181f, #e8ebf0); --muted: light-dark(#545d6b, #a4adbb); --accent: light-dark(#3b5bdb, #8ea6ff);
  --on-accent: light-dark(#fff, #0e1116); --bad: light-dark(#b8242b, #ff8585);
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--bg); color: var(--text);
  font: 14px/1.5 "Inter Variable", Inter, system-ui, sans-serif; }
main { width: 100%; max-width: 400px; padding: 24px; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
h1 { margin: 0 0 4px; font-size: 18px; font-weight: 650; letter-spacing: -0.01em; }
p { margin: 0 0 16px; color: var(--muted); }
label { display: block; margin-bottom: 4px; font-weight: 600; }
input { width: 100%; height: 36px; padding: 0 10px; font: inherit; color: inherit; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; }
button { width: 100%; height: 36px; margin-top: 12px; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0;
  border-radius: 6px; cursor: pointer; }
button:disabled { opacity: 0.6; cursor: default; }
input:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#fault { margin: 12px 0 0; color: var(--bad); }
code { font-size: 13px; }
</style>
</head>
<body>
<main>
<h1>Epochal</h1>
<p>This dashboard asks who you are. Whoever runs it makes tokens with <code>epochal token create</code>.</p>
<form>
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" spellcheck="false" required autofocus>
<button>Log in</button>
<p id="fault" role="alert" hidden></p>
</form>
<noscript><p>Logging in needs JavaScript, as all pages of the dashboard do.</p></noscript>
</main>
<script nonce="${nonce}">
const form = document.querySelector("form");
const fault = document.querySelector("#fault");
const button = document.querySelector("button");
const goOn = () => {
  const wanted = new URL(new URLSearchParams(location.search).get("to") ?? "/", location.origin);
  location.replace(wanted.origin === location.origin ? wanted.pathname + wanted.search : "/");
};
const say = (text) => {
  fault.textContent = text;
  fault.hidden = false;
};
// A link of another site brings no cookie along, though the browser has one.
fetch("/api/login").then((answer) => answer.json()).then(({ viewer }) => viewer && goOn()).catch(() => {});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  fault.hidden = true;
  button.disabled = true;
  try {
    const answer = await fetch("/api/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: form.token.value.trim() }),
    });
    if (answer.ok) goOn();
    else say((await answer.json()).error);
  } catch {
    say("The dashboard does not answer.");
  }
  button.disabled = false;
});
</script>
</body>
</html>
`;
}
