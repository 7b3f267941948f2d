import { counted } from "@epochal/conclusions";
import { DemoButton } from "../demo/demo-button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { trashAddress } from "./trash-address.ts";

const LINES = `import { AUC, EarlyStopping, History } from "@epochal/callbacks";
import { openStore } from "@epochal/store";

const run = await (await openStore()).startRun({ project: "my-project", config: { units: 32 } });
model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: ["accuracy", new AUC()] });
const stop = new EarlyStopping({ run, monitor: "val_auc", patience: 5, restoreBestWeights: true });
const callbacks = [new History({ run }), stop];
await run.track(() => model.fit(x, y, { epochs: 50, validationSplit: 0.2, callbacks }));
`;

/** What one sees before the first run. @param props.trash how many runs are in the trash */
export function EmptyStore({ trash }: { readonly trash: number }) {
  return (
    <main id="content" className="mx-auto grid max-w-3xl grid-cols-1 gap-4 px-4 py-12">
      <h1 className="font-semibold text-title">No runs yet</h1>
      <p className="text-muted">
        Epochal records what TensorFlow.js learns, with metrics that are exact over the whole data,
        and compares the runs here, on this machine. Paste these lines into your training:
      </p>
      <section
        aria-label="Lines to paste"
        className="overflow-hidden rounded-card border border-line bg-surface shadow-card"
      >
        <div className="flex items-center justify-between border-line border-b px-3 py-2">
          <span className="text-muted text-small">train.js</span>
          <CopyButton text={LINES} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-[12px] leading-relaxed">
          {LINES}
        </pre>
      </section>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <DemoButton />
        <p className="text-muted">Two small nets, trained here and now: a few seconds.</p>
      </div>
      <p role="status" className="flex items-center gap-2 text-muted">
        <span aria-hidden="true" className="size-[7px] rounded-full bg-accent" />
        Waiting for the first run… It opens here by itself.
      </p>
      {trash > 0 && (
        <p className="text-muted">
          {counted(trash, "run")} in the{" "}
          <PageLink href={trashAddress()} className="text-accent underline">
            trash
          </PageLink>
          .
        </p>
      )}
    </main>
  );
}
