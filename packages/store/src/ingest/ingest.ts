import type { Lease } from "../lease/lease.ts";
import type { LocalSink } from "../local-sink.ts";
import type { Problems } from "../problems.ts";
import { FoldJournals } from "./fold-journals.ts";

export interface IngestArgs {
  /** Opens where the journals go to. */
  readonly openSink: () => LocalSink;
  /** The folder of the journals. */
  readonly folder: string;
  readonly lease: Lease;
  readonly problems: Problems;
  /** Asked between stretches of lines; `false` ends the folding early. */
  readonly goOn: () => boolean;
}

/** A sink and the folding of a folder's journals into it. It opens the sink at first use, and again after it was closed. */
export class Ingest {
  readonly #args: IngestArgs;
  #open: { readonly sink: LocalSink; readonly journals: FoldJournals } | undefined;

  constructor(args: IngestArgs) {
    this.#args = args;
  }

  get journals(): FoldJournals {
    return this.#opened().journals;
  }

  get sink(): LocalSink {
    return this.#opened().sink;
  }

  /** Closes a sink whose file was removed or replaced: what is written to it now is lost. */
  leaveIfLost(): void {
    if (this.#open?.sink.isLost) this.close();
  }

  close(): void {
    this.#open?.sink.close();
    this.#open = undefined;
  }

  #opened(): { readonly sink: LocalSink; readonly journals: FoldJournals } {
    if (this.#open === undefined) {
      const sink = this.#args.openSink();
      this.#open = { sink, journals: new FoldJournals({ ...this.#args, sink }) };
    }
    return this.#open;
  }
}
