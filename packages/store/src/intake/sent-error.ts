/** Why something that was sent is refused, as a status of HTTP and a sentence. */
export class SentError extends Error {
  override readonly name = "SentError";
  /** 400, 403 and 413 are final; 503 is worth another try. */
  readonly status: 400 | 403 | 413 | 503;

  constructor(status: SentError["status"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
