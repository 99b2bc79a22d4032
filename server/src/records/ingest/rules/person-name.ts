/** Letters of any script with what stands between them in names: spaces, points, hyphens, apostrophes, brackets. */
const shape = /^\p{L}[\p{L}\p{M} .,'\u2019\u00b7\u2022\u30fb\u2027()\uff08\uff09:\uff1a\u3001-]*$/u;
const lengthMin = 2;

/**
 * Whether a text can be the name of a person who represents an organisation, or of several. Digits stand in no name: a
 * number in a field for names is somebody's number.
 * @param lengthMax characters; null where the entry names no enforced length.
 */
export function isPersonName(text: string, lengthMax: number | null): boolean {
  const length = [...text].length;
  return length >= lengthMin && (lengthMax === null || length <= lengthMax) && shape.test(text);
}
