/** Column of a reference such as `AB12` or `AB`, from 0; -1 where there is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26 || at > 3) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Letters of a column counted from 0: 0 is A, 27 is AB. What a person sees above it. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
