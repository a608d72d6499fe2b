import { xmlText } from './xml-text.ts';

export interface FeedEntry {
  /** Whole address of the page. */
  href: string;
  title: string;
  summary: string;
  /** Day of the last change, `YYYY-MM-DD`. */
  day: string;
}

export interface Feed {
  title: string;
  language: string;
  /** Whole addresses of the feed itself and of the page it belongs to. */
  self: string;
  home: string;
  entries: readonly FeedEntry[];
}

/** An Atom feed (RFC 4287). Days are moments there; midnight stands for the day. */
export function atomFeed({ title, language, self, home, entries }: Feed): string {
  const newest =
    entries
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? '2000-01-01';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}">`,
    `<id>${xmlText(self)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${moment(newest)}</updated>`,
    `<author><name>${xmlText(title)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(home)}"/>`,
    ...entries.map(entryXml),
    '</feed>',
  ].join('\n');
}

function entryXml({ href, title, summary, day }: FeedEntry): string {
  return [
    '<entry>',
    `<id>${xmlText(href)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${moment(day)}</updated>`,
    `<link rel="alternate" type="text/html" href="${xmlText(href)}"/>`,
    `<summary>${xmlText(summary)}</summary>`,
    '</entry>',
  ].join('\n');
}

const moment = (day: string): string => `${day}T00:00:00Z`;
