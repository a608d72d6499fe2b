/**
 * Markdown as typed, made harmless before the parser sees it. Two dangers: characters that make a text read
 * otherwise than it is stored (bidi overrides, invisible letters, towers of marks), and input on which the
 * parser's work grows with the square of its length (nests of lists and containers, thousands of unclosed stars).
 */
export const sourceLimits = {
  /** UTF-16 units of a whole body. */
  characters: 60_000,
  lines: 1_500,
  /** Of one line; a paragraph may hold no more either. */
  lineCharacters: 5_000,
  /** Characters of markup in one paragraph, list item or table row, and in the whole. */
  marksInRun: 200,
  marks: 3_000,
  /** List markers at the start of one line, and spaces before them. */
  listMarkers: 4,
  indent: 12,
  /** Containers within one another. */
  containers: 2,
} as const;

const controls = /[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\uFFF9-\uFFFD]/gu;
/** Embeddings, overrides, isolates and marks of direction; fillers; tags; supplementary variation selectors. */
const invisible =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0E\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/gu;

/** Joiners belong to the spelling of these scripts and to composed emoji; elsewhere they only hide something. */
const joiner = /[\u200C\u200D]+/gu;
const mayBeJoined =
  /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Syriac}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u;
const letterOrMark = /^[\p{L}\p{M}\p{Extended_Pictographic}]/u;

/** Text without characters that deceive or break; line ends become `\n`. Cut at the limit of a body. */
export function cleanCharacters(text: string): string {
  return text
    .slice(0, sourceLimits.characters)
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\t\v\f]/gu, '  ')
    .toWellFormed()
    .replace(controls, (character) => (character === '\n' ? '\n' : ''))
    .replace(invisible, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(joiner, (run, at: number, whole: string) => {
      const before = whole.slice(Math.max(0, at - 2), at);
      const after = whole.slice(at + run.length, at + run.length + 2);
      return mayBeJoined.test(before) && letterOrMark.test(after) ? (run[0] ?? '') : '';
    });
}

/** Clean, and such that parsing it takes time in proportion to its length. Well-formed text comes back as it was. */
export function tameSource(markdown: string): string {
  const clean = cleanCharacters(markdown);
  let lines = clean.split('\n');
  const isCut = lines.length > sourceLimits.lines || markdown.length > sourceLimits.characters;
  if (isCut) lines = [...lines.slice(0, sourceLimits.lines), '', '…'];
  const open: number[] = [];
  let run = newRun();
  let total = 0;
  return lines
    .map((line) => {
      const flat = capFence(capListMarkers(capLength(line)), open);
      if (flat.trim() === '') run = newRun();
      else if (startsAnew(flat, run)) run.marks = 0;
      if (/^[\s|:-]*-[\s|:-]*$/.test(flat) && flat.includes('|')) run.isTable = true;
      if (/^\s*\d{1,9}[.)]\s/.test(flat) && run.lines === 0) run.isOrdered = true;
      run.lines++;
      const marks = (flat.match(/[*_[\]{<|]/g) ?? []).length;
      run.marks += marks;
      total += marks;
      return run.marks > sourceLimits.marksInRun || total > sourceLimits.marks ? asText(flat) : flat;
    })
    .join('\n');
}

function capLength(line: string): string {
  if (line.length <= sourceLimits.lineCharacters) return line;
  return `${line.slice(0, sourceLimits.lineCharacters).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

interface Run {
  lines: number;
  marks: number;
  isTable: boolean;
  isOrdered: boolean;
}

const newRun = (): Run => ({ lines: 0, marks: 0, isTable: false, isOrdered: false });

/** Does this line end the paragraph before it? What only seems to begin something must not reset the count. */
function startsAnew(line: string, run: Run): boolean {
  if (/^\s{0,12}(?:[-*+]\s+\S|1[.)]\s+\S|:::)|^#{1,6}\s/.test(line)) return true;
  return (run.isOrdered && /^\d{1,9}[.)]\s/.test(line)) || (run.isTable && line.startsWith('|'));
}

/** `- - - - - a` would be a list in a list in a list. */
function capListMarkers(line: string): string {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const text = indent > sourceLimits.indent ? ' '.repeat(sourceLimits.indent) + line.slice(indent) : line;
  const markers = new RegExp(
    `^((?:\\s*(?:[-*+]|\\d{1,9}[.)])(?=\\s)){${sourceLimits.listMarkers}})(.*)$`,
    'u',
  );
  const found = markers.exec(text);
  return found ? `${found[1]} ${asText((found[2] ?? '').trimStart())}` : text;
}

/** Follows the fences of containers; one that would open too deep is text. */
function capFence(line: string, open: number[]): string {
  const fence = /^( {0,12})(:{3,})(.*)$/u.exec(line);
  if (!fence) return line;
  const length = fence[2]?.length ?? 0;
  if ((fence[3] ?? '').trim() !== '') {
    if (open.length >= sourceLimits.containers) return `${fence[1]}${asText(line.trimStart())}`;
    open.push(length);
    return line;
  }
  // A fence closes the containers whose own is not longer.
  while (open.length > 0 && (open.at(-1) ?? 0) > length) open.pop();
  open.pop();
  return line;
}

/** Every mark as the letter it is. A list or table may still begin here; nothing inside it is markup. */
function asText(line: string): string {
  return line.replace(/[\\*_[\]{}<>|:`!#]|^[-+]|^\d+(?=[.)])/gu, (mark) =>
    /^\d/.test(mark) ? `${mark}\\` : `\\${mark}`,
  );
}
