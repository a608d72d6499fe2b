import { breakLongWords, cleanText, mapStrings } from './clean-text.ts';
import type { DocumentData, DocumentName } from './document-data.ts';
import { formatDocumentDate, inOwnDigits } from './document-date.ts';
import type { DocumentLanguage } from './document-language.ts';
import type { DocumentTexts, TextValues } from './document-text.server.ts';
import { drawQrSvg } from './qr-svg.server.ts';

/** What a template gets besides its texts: `values` go into sentences, `view` is drawn as it is. */
interface DocumentView {
  values: TextValues;
  view: Record<string, unknown>;
}

interface Reader {
  language: DocumentLanguage;
  texts: DocumentTexts;
}

type ViewBuilders = { [N in DocumentName]: (data: DocumentData[N], reader: Reader) => DocumentView };

/** Turns the caller's data (already cleaned) into what is printed. One entry for each document. */
export const documentViews: ViewBuilders = {
  'recovery-sheet': (data, { language }) => ({
    values: { centreName: data.centreName },
    view: {
      ...data,
      date: formatDocumentDate(data.date, language),
      groups: groupsOf(data.recoveryKey),
      qr: drawQrSvg(data.recoveryKey),
    },
  }),
  'client-card': (data) => ({
    values: {},
    view: { ...data, format: data.format ?? 'card', qr: drawQrSvg(data.cardNumber) },
  }),
  'queue-ticket': (data, { language }) => ({
    values: {},
    view: {
      ...data,
      date: formatDocumentDate(data.date, language),
      time: inOwnDigits(data.time, language),
      ownNumber: inOwnDigits(data.number, language),
    },
  }),
  'consent-form': (data, { language, texts }) => ({
    values: { centreName: data.centreName, years: texts.counted(language, 'years', data.retentionYears) },
    view: { ...data, date: formatDocumentDate(data.date, language), decisions: data.decisions ?? {} },
  }),
  'privacy-notice': (data, { language, texts }) => ({
    values: {
      centreName: data.centreName,
      counsellingYears: texts.counted(language, 'years', data.counsellingYears),
      caseYears: texts.counted(language, 'years', data.caseYears),
    },
    view: { ...data },
  }),
  'access-list': (data, { language, texts }) => ({
    values: {},
    view: {
      ...data,
      date: formatDocumentDate(data.date, language),
      from: data.from === undefined ? undefined : formatDocumentDate(data.from, language),
      count: texts.counted(language, 'entries', data.rows.length),
      rows: data.rows.map((row) => ({
        ...row,
        date: formatDocumentDate(row.date, language, 'short'),
        time: row.time === undefined ? '' : inOwnDigits(row.time, language),
      })),
    },
  }),
  'statistics-report': (data) => ({ values: {}, view: { ...data } }),
  'guide-leaflet': (data) => ({
    values: {},
    view: {
      ...data,
      blocks: mapStrings(data.blocks, (text, key) => (key === 'kind' ? text : breakLongWords(text))),
      shownUrl: breakLongWords(data.url.replace(/^https?:\/\//u, '')),
      qr: drawQrSvg(data.url),
    },
  }),
  'daily-sheet': (data, { language }) => ({
    values: {},
    view: {
      ...data,
      date: data.date === undefined ? undefined : formatDocumentDate(data.date, language),
      rows: Math.min(18, Math.max(5, Math.trunc(data.rows ?? 15) || 15)),
    },
  }),
};

/** Groups as the caller divided them, else fours; at most 24, so that the sheet stays one page. */
function groupsOf(recoveryKey: string): string[] {
  const given = recoveryKey.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const groups = given.length > 1 ? given : ((given[0] ?? '').match(/.{1,4}/gu) ?? []);
  return groups.slice(0, 24).map((group) => cleanText(group, 12));
}
