/** Rows of a comma-separated file with quotes, by the names in its first line. */
export function parseCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') field += text[++i];
      else if (sign === '"') quoted = false;
      else field += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      line.push(field);
      field = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[i + 1] === '\n') i++;
      lines.push([...line, field]);
      line = [];
      field = '';
    } else field += sign;
  }
  if (field !== '' || line.length > 0) lines.push([...line, field]);
  const [header = [], ...rows] = lines.filter((cells) => cells.length > 1 || cells[0] !== '');
  const names = header.map((name) => name.replace(/^\ufeff/u, '').trim());
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}
