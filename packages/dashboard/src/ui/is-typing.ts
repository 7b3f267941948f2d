/** Whether a key belongs to a field, a menu or a dialog the user is in. A checkbox takes no text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog, [role="dialog"], [role="menu"], [role="separator"]',
    ) !== null
  );
}
