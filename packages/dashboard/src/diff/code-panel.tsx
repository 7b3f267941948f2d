import { type ChangedLine, type CodePart, counted } from "@epochal/conclusions";
import { CopyButton } from "../ui/copy-button.tsx";
import { Panel } from "../ui/panel.tsx";
import type { DiffData } from "../wire/diff-data.ts";

/** How the code differs: the commits, and the uncommitted lines word by word. */
export function CodePanel({ code, commits }: Pick<DiffData, "code" | "commits">) {
  if (code.lines === 0 && commits === undefined) return null;
  return (
    <Panel title="Code" note={code.lines > 0 ? `${counted(code.lines, "line")} differ` : ""}>
      {commits && <Commits {...commits} />}
      <CodeLines code={code} />
    </Panel>
  );
}

function Commits({ a, b }: { readonly a: string; readonly b: string }) {
  const command = `git diff ${a.slice(0, 12)} ${b.slice(0, 12)}`;
  return (
    <div data-difference="" tabIndex={-1} className="flex flex-wrap items-center gap-2 py-1">
      <span>The commits differ. What lies between them:</span>
      <code className="font-mono text-[12px]">{command}</code>
      <CopyButton text={command} />
    </div>
  );
}

const SCROLLS =
  "relative mt-1 max-h-96 overflow-auto rounded-control border border-line bg-bg py-1";

/** The lines that differ, of each file. */
export function CodeLines({ code }: Pick<DiffData, "code">) {
  return code.files.map(({ file, lines }) => (
    <div key={file} className="mt-2 min-w-0">
      <h3 className="break-words font-medium text-muted text-small">
        {file || "Uncommitted changes"}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={`Lines of ${file || "the code"}`} className={SCROLLS}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
          <Line key={i} line={line} />
        ))}
      </section>
    </div>
  ));
}

function Line({ line: { a, b } }: { readonly line: ChangedLine }) {
  return (
    <div data-difference="" tabIndex={-1} className="min-w-max font-mono text-[12px] leading-snug">
      {a && <Side parts={a} sign="-" name="A" />}
      {b && <Side parts={b} sign="+" name="B" />}
    </div>
  );
}

interface SideProps {
  readonly parts: readonly CodePart[];
  readonly sign: "-" | "+";
  readonly name: string;
}

function Side({ parts, sign, name }: SideProps) {
  const tone = sign === "-" ? "text-bad" : "text-good";
  const Changed = sign === "-" ? "del" : "ins";
  return (
    <p className="whitespace-pre px-2">
      <span className="sr-only">{name} has </span>
      <span aria-hidden="true" className={`mr-2 select-none ${tone}`}>
        {sign}
      </span>
      {parts.map(({ text, isChanged }, i) =>
        isChanged ? (
          <Changed
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
            key={i}
            className={`rounded-[3px] no-underline ${tone} ${sign === "-" ? "bg-bad/15" : "bg-good/15"}`}
          >
            {text}
          </Changed>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
          <span key={i}>{text}</span>
        ),
      )}
    </p>
  );
}
