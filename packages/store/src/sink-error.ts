/** A failure of a sink: it is `busy` just now, it is `full`, or it is `broken` for another reason. */
export class SinkError extends Error {
  override readonly name = "SinkError";
  readonly kind: "busy" | "full" | "broken";

  constructor(kind: SinkError["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
