import { ownCopy } from "./own-copy.ts";
import { type FoundCopy, shownCopies } from "./shown-copies.ts";

/**
 * The copies of TensorFlow.js in this program: this package's own first, then those that show themselves.
 *
 * A program holds two where `@tensorflow/tfjs-node` brings one of another version, or a page loads one beside its bundle.
 */
export function findCopies(): readonly FoundCopy[] {
  const shown = shownCopies();
  const isOwn = ({ copy }: FoundCopy) => copy.LayersModel === ownCopy.LayersModel;
  return [
    { copy: ownCopy, from: shown.find(isOwn)?.from },
    ...shown.filter((each) => !isOwn(each)),
  ];
}

/** The copy that a model is of, where it shows itself. */
export function copyOf(model: object): FoundCopy | undefined {
  return findCopies().find(({ copy }) =>
    Object.prototype.isPrototypeOf.call(copy.LayersModel.prototype, model),
  );
}
