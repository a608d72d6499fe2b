/** One part of a name: its own script, and how different clerks would write it in Latin letters. */
export interface NamePart {
  native: string;
  latin: readonly [string, ...string[]];
}

/** The common names of one tradition. Written down from general knowledge; a combination is nobody in particular. */
export interface NameList {
  female: readonly NamePart[];
  male: readonly NamePart[];
  family: readonly NamePart[];
  /** Women often carry a family name of their own form. */
  femaleFamily?: readonly NamePart[];
}

/** Reads lines of `native|Latin,Another spelling`. */
export function nameParts(lines: string): NamePart[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [native = '', spellings = ''] = line.trim().split('|');
      const [first = native, ...others] = spellings.split(',');
      return { native, latin: [first, ...others] };
    });
}
