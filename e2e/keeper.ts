// Playwright starts a worker anew, with a browser of its own, for each file that has a worker fixture of its own. What the
// stories of a file share is kept here instead: all files have this one fixture.
import { test as base } from "@playwright/test";

export interface Kept<T> {
  readonly value: T;
  end(): void | Promise<void>;
}

export interface Keeper {
  /** Makes what the owner shares, or gives what was made for it. What another one shared has ended then. */
  keep<T>(owner: object, make: () => Promise<Kept<T>>): Promise<T>;
  end(): Promise<void>;
}

function createKeeper(): Keeper {
  let last: object | undefined;
  let kept: Promise<Kept<unknown>> | undefined;
  const end = async () => {
    const ending = await kept?.catch(() => undefined);
    last = undefined;
    kept = undefined;
    await ending?.end();
  };
  return {
    async keep<T>(owner: object, make: () => Promise<Kept<T>>) {
      if (last !== owner) {
        await end();
        last = owner;
        kept = make();
      }
      return ((await kept) as Kept<T>).value;
    },
    end,
  };
}

/** A story that may share something with others of its file. */
export const test = base.extend<object, { readonly keeper: Keeper }>({
  keeper: [
    async ({ playwright: _ }, use) => {
      const keeper = createKeeper();
      await use(keeper);
      await keeper.end();
    },
    { scope: "worker" },
  ],
});
