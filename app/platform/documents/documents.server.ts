import { breakLongWords, cleanText, mapStrings } from './clean-text.ts';
import type { DocumentData, DocumentName } from './document-data.ts';
import {
  documentLanguages,
  isRightToLeft,
  leafletLanguages,
  nearestDocumentLanguage,
} from './document-language.ts';
import type { DocumentLanguage } from './document-language.ts';
import { isolate, loadDocumentTexts } from './document-text.server.ts';
import type { DocumentTexts } from './document-text.server.ts';
import { documentViews } from './document-views.server.ts';
import { findProjectRoot } from './project-root.server.ts';
import { createTypstPress } from './typst-press.server.ts';

export { consentForms, consentQuestions } from './document-data.ts';
export type {
  ConsentDecision,
  ConsentQuestion,
  DocumentData,
  DocumentName,
  LeafletBlock,
  LeafletFact,
  LeafletRun,
} from './document-data.ts';
export { documentLanguages, leafletLanguages } from './document-language.ts';

/** Draws the centre's printed documents as PDF. */
export interface Documents {
  /**
   * @param language BCP-47 tag of the reader; the nearest of en, ar, fa-AF, ur, bn is used (for a leaflet: of
   * all languages of the public site), else English.
   * @returns the bytes of a tagged PDF. The same data gives the same bytes: no time or machine is written into it.
   * @throws DocumentError if Typst refuses the template; never because of what the data says.
   */
  render<N extends DocumentName>(
    document: N,
    data: DocumentData[N],
    o: { language: string },
  ): Promise<Uint8Array>;
  /** Ends the printing thread. Not needed at exit: the thread does not keep the process alive. */
  close(): Promise<void>;
}

/** The message names the document and Typst's complaint, and never holds data. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

/** One printing thread for the life of the process, started by the first document; calls may overlap. */
export function createDocuments(): Documents {
  const press = createTypstPress();
  let reading: Promise<DocumentTexts> | undefined;
  return {
    async render(document, data, o) {
      const texts = await (reading ??= loadDocumentTexts(findProjectRoot()));
      const languages = document === 'guide-leaflet' ? leafletLanguages : documentLanguages;
      const page = describe(texts, document, data, nearestDocumentLanguage(o.language, languages));
      try {
        return await press.print({ template: document, page, secret: document === 'recovery-sheet' });
      } catch (error) {
        throw new DocumentError(`${document}: ${error instanceof Error ? error.message : 'failed'}`);
      }
    },
    close: () => press.close(),
  };
}

const bringsItsWords: ReadonlySet<DocumentName> = new Set(['guide-leaflet', 'statistics-report']);

/** What people typed, in whatever script, as against codes, numbers and drawings. */
const freeText = new Set([
  'centreName',
  'siteName',
  'neutralName',
  'address',
  'hours',
  'dataAuthority',
  'role',
  'what',
  'purpose',
]);

/** Running text is longer than a line of a form, and its pieces keep the spaces between them. */
const runningText = new Set(['text', 'summary', 'statement', 'definition']);

function cleanField(text: string, key: string): string {
  if (!runningText.has(key)) return cleanText(text);
  const kept = cleanText(text, 5_000);
  if (kept === '') return /\s/u.test(text) ? ' ' : '';
  return `${/^\s/u.test(text) ? ' ' : ''}${kept}${/\s$/u.test(text) ? ' ' : ''}`;
}

/** Everything a template needs, as JSON. */
function describe<N extends DocumentName>(
  texts: DocumentTexts,
  document: N,
  data: DocumentData[N],
  language: DocumentLanguage,
): string {
  const { values, view } = documentViews[document](mapStrings(data, cleanField), { language, texts });
  const [lang, region] = language.split('-');
  return JSON.stringify({
    lang,
    region: region ?? null,
    rtl: isRightToLeft(language),
    // A leaflet brings its words along, in languages that the other documents do not have; a report those of its module.
    text: bringsItsWords.has(document)
      ? {}
      : texts.tree(language, document, mapStrings(values, breakLongWords)),
    view: mapStrings(view, (text, key) =>
      freeText.has(key) ? isolate(breakLongWords(text), language) : text,
    ),
  });
}
