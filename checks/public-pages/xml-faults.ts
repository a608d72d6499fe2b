/**
 * What keeps a text from being well-formed XML, as far as documents of ours go: no document types, no sections of raw
 * text. Undefined when it is sound. A reader of feeds stops at the first fault and shows nothing.
 */
export function xmlFault(xml: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*/, '');
  if (rest === xml) return 'no declaration';
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    return 'a character that XML has not';
  while (rest !== '') {
    const [text = ''] = /^[^<]*/.exec(rest) ?? [];
    if (open.length === 0 && text.trim() !== '') return `text outside: ${text.trim().slice(0, 40)}`;
    if (!isText(text)) return `a bare sign in: ${text.slice(0, 60)}`;
    rest = rest.slice(text.length);
    if (rest === '') break;
    const tag = /^<(\/?)([a-z][\w:.-]*)((?:\s+[a-z][\w:.-]*="[^"<]*")*)\s*(\/?)>/i.exec(rest);
    if (!tag) return `no tag: ${rest.slice(0, 40)}`;
    const [whole, closes, name = '', attributes = '', isEmpty] = tag;
    if (!isText(attributes)) return `a bare sign in: ${attributes.slice(0, 60)}`;
    const names = [...attributes.matchAll(/\s([\w:.-]+)=/g)].map(([, each]) => each);
    if (new Set(names).size !== names.length) return `an attribute twice in <${name}>`;
    if (closes) {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else {
      if (open.length === 0 && (roots += 1) > 1) return `a second root <${name}>`;
      if (!isEmpty) open.push(name);
    }
    rest = rest.slice(whole.length);
  }
  if (open.length > 0) return `<${open.at(-1)}> is open`;
  return roots === 1 ? undefined : 'no root';
}

const isText = (text: string): boolean =>
  !/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/i.test(text) && !text.includes(']]>');
