/** What is to be said where the labels, of this weight for each class, are all of one: no prediction agrees with chance then. */
export function oneClassRemark(actual: readonly number[]): readonly string[] {
  const occurring = [...actual.keys()].filter((id) => actual[id] !== 0);
  return occurring.length === 1
    ? [`all labels are of class ${occurring[0]}, so that it does not tell how good predictions are`]
    : [];
}
