import type { LayersModel } from "@tensorflow/tfjs";

type Config = Readonly<Record<string, unknown>>;

/** So many layers are told one by one: of larger models the card has the layers and their hash. */
const most = 64;
/** What says nothing of how a model learns. */
const quiet =
  /^(?:name|dtype|batchInputShape|dataFormat|.*Initializer|.*Constraint|sparse|ragged)$/;
/** What nobody needs to read. */
const usual: Config = { trainable: true, useBias: true, padding: "valid" };

/** The settings of a model's layers, each named by its kind and its place among those: `dense1`, `dense2`, `dropout1`. */
export function layersConfig({ layers }: LayersModel): Config {
  const told = layers.filter((layer) => layer.getClassName() !== "InputLayer");
  if (told.length > most) return {};
  const counts = new Map<string, number>();
  const settings = told.map((layer) => {
    const kind = layer.getClassName();
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const name = `${kind[0]?.toLowerCase() ?? ""}${kind.slice(1)}${count}`;
    return [name, settingsOf(layer.getConfig())] as const;
  });
  return Object.fromEntries(settings.filter(([, each]) => Object.keys(each).length > 0));
}

function settingsOf(config: Config): Config {
  return Object.fromEntries(
    Object.entries(config).flatMap(([key, value]) => {
      if (quiet.test(key) || value === undefined || value === null) return [];
      if (value === usual[key] || (key === "dilationRate" && isOnes(value))) return [];
      if (isPlain(value)) return [[key, value]];
      // A layer within a layer, or a regularizer.
      const { config: inner } = Object(value) as { config?: unknown };
      return typeof inner === "object" && inner !== null
        ? [[key, settingsOf(inner as Config)]]
        : [];
    }),
  );
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  return ["string", "number", "boolean"].includes(typeof value);
}

function isOnes(value: unknown): boolean {
  return [value].flat().every((each) => each === 1);
}
