import { findCopies } from "./find-copies.ts";

/**
 * The error where a copy of TensorFlow.js is at work that this package cannot reach. It would average metrics over batches, and
 * take callbacks for plain objects.
 *
 * @param happening what showed that there is one
 * @param from its file or address, where that is known
 */
export function otherCopyError(happening: string, from?: string): Error {
  const [own] = findCopies();
  const version = own?.copy.version_layers;
  const mine = `${version} (${own?.from ?? "in the same bundle"})`;
  return new Error(
    `${happening}. This program has two copies of TensorFlow.js: @epochal/callbacks works on ${mine}, and cannot make the values of the other ` +
      `one (${from ?? "in the same bundle"}) exact. Keep one. In Node.js ` +
      `"npm ls @tensorflow/tfjs-layers" shows which package needs which version, and "npm install @tensorflow/tfjs@${version}", with ` +
      "@tensorflow/tfjs-node of the same version, leaves one; in a page, load TensorFlow.js either in the bundle or by a script tag",
  );
}

/** The files or addresses in a stack, this package's left out. */
export function callersIn(stack: string | undefined): readonly string[] {
  const places = (stack ?? "").split("\n").flatMap((line) => {
    const [, place] = /((?:[a-z]+:\/\/|\/|[A-Z]:\\)[^\s()]+?)(?::\d+)+\)?$/.exec(line) ?? [];
    return place ?? [];
  });
  const [here = ""] = places;
  // Unbundled, all files of this package are in one folder.
  const [own] = /^.*[\\/](?:dist|src)[\\/](?=copies[\\/])/.exec(here) ?? [here];
  return places.filter((place) => !place.startsWith(own));
}
