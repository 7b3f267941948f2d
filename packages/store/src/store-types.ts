/**
 * What runs of a store are made of, for the compiler: `openStore<{ config: { units: number }; metrics: { loss: number } }>()`. Keys that
 * are not among them do not compile.
 */
export interface StoreTypes {
  /** @default any object */
  readonly config?: object;
  /** The keys that are logged, each with `number`. @default any */
  readonly metrics?: object;
}

/** The keys that are logged. */
export type MetricKey<Types extends StoreTypes> = Types extends { readonly metrics: infer Metrics }
  ? keyof Metrics & string
  : string;

/** Something of each of some metrics. */
export type OfMetrics<Types extends StoreTypes, Value> = Types extends {
  readonly metrics: infer Metrics;
}
  ? { readonly [Key in keyof Metrics & string]?: Value }
  : Readonly<Record<string, Value>>;

/** A config as it is given to a run. */
export type GivenConfig<Types extends StoreTypes> = Types extends { readonly config: infer Config }
  ? Config
  : Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

/** A config as it is read: of a run that was given less, a part of it. */
export type ReadConfig<Types extends StoreTypes> = Types extends { readonly config: infer Config }
  ? Readonly<Partial<Config>>
  : Readonly<Record<string, unknown>>;

/** A param by its path, or the end of one: `optimizer.lr`, `lr`. */
export type ParamName<Types extends StoreTypes> = Types extends { readonly config: infer Config }
  ? NameIn<Config>
  : string;

type IsInner<Value> =
  NonNullable<Value> extends object
    ? NonNullable<Value> extends readonly unknown[] | Date
      ? false
      : true
    : false;

type PathIn<Config> = {
  [Key in keyof Config & string]: IsInner<Config[Key]> extends true
    ? `${Key}.${PathIn<NonNullable<Config[Key]>>}`
    : Key;
}[keyof Config & string];

type NameIn<Config> =
  | PathIn<Config>
  | {
      [Key in keyof Config & string]: IsInner<Config[Key]> extends true
        ? NameIn<NonNullable<Config[Key]>>
        : never;
    }[keyof Config & string];
