/** A remark where all labels, of this weight for each class, are of one class. */
export function oneClassRemark(actual: readonly number[]): readonly string[] {
  const occurring = [...actual.keys()].filter((id) => actual[id] !== 0);
  return occurring.length === 1
    ? [
        `all labels are of class ${occurring[0]}, so the value does not tell how good predictions are`,
      ]
    : [];
}
