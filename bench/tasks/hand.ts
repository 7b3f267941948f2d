import type { Locator, Page } from "@playwright/test";

/** Does what a person does on a page, and counts it. What is there for another reason than to be counted goes past it. */
export class Hand {
  readonly page: Page;
  #actions = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** A click, a drag, a key, a choice, or a text that is typed and sent is one. */
  get actions(): number {
    return this.#actions;
  }

  /** @param held keys that are held down meanwhile */
  async click(target: Locator, ...held: readonly ("Alt" | "Shift")[]): Promise<void> {
    this.#actions++;
    await target.click({ modifiers: [...held] });
  }

  async press(key: string): Promise<void> {
    this.#actions++;
    await this.page.keyboard.press(key);
  }

  /** Types where the focus is, and ends with Enter. */
  async type(text: string): Promise<void> {
    this.#actions++;
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** Sets a field or a slider. */
  async fill(target: Locator, value: string): Promise<void> {
    this.#actions++;
    await target.fill(value);
  }

  async choose(list: Locator, option: string): Promise<void> {
    this.#actions++;
    await list.selectOption(option);
  }

  /** From one part of the width of a chart to another. */
  async drag(chart: Locator, from: number, to: number): Promise<void> {
    this.#actions++;
    const box = await chart.boundingBox();
    if (box === null) throw new Error("The chart is not there.");
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + from * box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + to * box.width, y, { steps: 4 });
    await this.page.mouse.up();
  }
}
