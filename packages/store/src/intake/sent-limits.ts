/** How much may be sent at once, in bytes. */
export const sentLimits = {
  /** As it comes, compressed or not. */
  body: 4 * 2 ** 20,
  unpacked: 16 * 2 ** 20,
  line: 2 ** 20,
} as const;
