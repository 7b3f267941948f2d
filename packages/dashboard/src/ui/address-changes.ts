/** A change of the address comes a moment later than the page shows it: this one is on its way. */
let onItsWay: Promise<unknown> | undefined;

/** Tells of a change that is on its way. */
export function awaitAddress(change: Promise<unknown>): void {
  onItsWay = change;
  const arrive = () => {
    if (onItsWay === change) onItsWay = undefined;
  };
  change.then(arrive, arrive);
}

/** What becomes of the change that is on its way; undefined where the address says what the page shows. */
export function addressOnItsWay(): Promise<unknown> | undefined {
  return onItsWay;
}
