/** How the panel looks, in the colours of the page's theme. A page may set any of the properties on the element it shows the run in. */
export const style = `
:host {
  --surface: light-dark(#fff, #151a21);
  --line: light-dark(#e4e7ec, #262d38);
  --line-strong: light-dark(#cfd4dc, #384150);
  --text: light-dark(#14181f, #e8ebf0);
  --muted: light-dark(#545d6b, #a4adbb);
  --accent: light-dark(#3b5bdb, #8ea6ff);
  --bad: light-dark(#b8242b, #ff8585);
  --grid: light-dark(#eceef2, #202731);
  display: block;
  color: var(--text);
  font: 13px/1.45 system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
  text-align: start;
}
* { box-sizing: border-box; margin: 0; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 14px; margin-bottom: 10px; }
.headline { font-size: 15px; font-weight: 600; flex-basis: 100%; text-wrap: pretty; }
.progress, .remark, .legend { color: var(--muted); }
.remark { flex-basis: 100%; }
.legend { display: inline-flex; gap: 12px; }
.line { width: 22px; height: 6px; margin-inline-end: 5px; vertical-align: middle; }
.values .line { margin-inline-start: 8px; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: 12px; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 10px 12px; min-width: 0; }
article header { display: flex; align-items: baseline; gap: 10px; min-width: 0; }
h2 { font-size: 13.5px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 0 1 auto; min-width: 0; }
.values { position: relative; flex: none; max-width: 100%; margin-inline-start: auto; overflow: hidden; white-space: nowrap; color: var(--muted); font-size: 12px; }
.values b { color: var(--text); font-weight: 600; }
.plot { position: relative; height: 190px; outline-offset: 2px; touch-action: pan-y; border-radius: 4px; }
.plot:focus-visible { outline: 2px solid var(--accent); }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.layer { pointer-events: none; }
.cursor { position: absolute; top: 8px; bottom: 24px; width: 1px; background: var(--muted); pointer-events: none; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[hidden] { display: none; }
`;
