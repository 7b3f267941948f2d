interface PolicyArgs {
  /** Unguessable, made anew for every request. */
  readonly nonce: string;
  /** React's development build evaluates code and the reload socket connects out. */
  readonly development: boolean;
}

/** What a page of the dashboard may load and run: itself, and nothing else. */
export function contentSecurityPolicy({ nonce, development }: PolicyArgs): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self'${development ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'", // React's style attributes: run colours, column widths
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
