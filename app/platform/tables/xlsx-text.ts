/** What a cell of a spreadsheet can hold. ECMA-376 leaves it open, every program stops here. */
const longestCell = 32_767;

/** Characters that XML 1.0 cannot hold, and halves of a pair that lost the other. */
// oxlint-disable-next-line no-control-regex
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Without characters that files of this kind cannot hold. */
export const cleanText = (text: string): string => text.replace(forbidden, '');

/** A text as it stands in a cell: as typed, without what no file can hold, never longer than programs read. */
export function xlsxText(text: string): string {
  const clean = cleanText(text);
  const fitting = clean.length > longestCell ? `${clean.slice(0, longestCell - 1)}…` : clean;
  // `_x000D_` would be read as a control character; its first underscore is escaped as ECMA-376, 22.9.2.19 has it.
  return escapeXml(cleanText(fitting).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

export const escapeXml = (text: string): string =>
  /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text;

/** Programs refuse these in a name, more than 31 characters, an apostrophe at an end, and the same name twice. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, at) => {
    const clean = cleanText(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^[\s']+|[\s']+$/g, '');
    const base = clean.slice(0, 31).trim() || `${at + 1}`;
    let free = base;
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${base.slice(0, 26)} (${copy})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** What a program may take for the beginning of a formula when somebody edits the cell or opens a CSV. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n]/.test(text);
