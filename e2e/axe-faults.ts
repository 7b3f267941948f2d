import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export interface AxeFaultsOptions {
  /**
   * A selector of what is looked at.
   *
   * @default the page
   */
  readonly only?: string | undefined;
  /** @default all */
  readonly rules?: readonly string[];
}

/** What axe finds in a page as it stands: the rule, where, and why. */
export async function axeFaults(
  page: Page,
  { only, rules }: AxeFaultsOptions = {},
): Promise<string[]> {
  // A page has no frames: axe needs no second page to put their answers together.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"], preload: false });
  if (only !== undefined) axe.include(only);
  if (rules !== undefined) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")} ${failureSummary}`),
  );
}
