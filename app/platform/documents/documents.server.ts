import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { breakLongWords, cleanText, mapStrings } from './clean-text.ts';
import type { DocumentData, DocumentName } from './document-data.ts';
import { readDocumentFonts } from './document-fonts.server.ts';
import { isRightToLeft, nearestDocumentLanguage } from './document-language.ts';
import type { DocumentLanguage } from './document-language.ts';
import { loadDocumentTexts } from './document-text.server.ts';
import type { DocumentTexts } from './document-text.server.ts';
import { documentViews } from './document-views.server.ts';
import { findProjectRoot } from './project-root.server.ts';

export { consentForms, consentQuestions } from './document-data.ts';
export type {
  AccessListRow,
  ConsentDecision,
  ConsentForm,
  ConsentQuestion,
  DocumentData,
  DocumentName,
} from './document-data.ts';
export { documentLanguages } from './document-language.ts';
export type { DocumentLanguage } from './document-language.ts';

/** Draws the centre's printed documents as PDF. */
export interface Documents {
  /**
   * @param language BCP-47 tag of the reader; the nearest of en, ar, fa-AF, ur, bn is used, else English.
   * @returns the bytes of a tagged PDF. The same data gives the same bytes: no time or machine is written into it.
   * @throws DocumentError if Typst refuses the template; never because of what the data says.
   */
  render<N extends DocumentName>(
    document: N,
    data: DocumentData[N],
    o: { language: string },
  ): Promise<Uint8Array>;
}

/** The message names the document and Typst's complaint, and never holds data. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

/** Compiled results that Typst may keep: how many renderings they survive unused. */
const cacheAge = 8;

/** One compiler for the life of the process, made at the first document (about 40 ms); calls may overlap. */
export function createDocuments(): Documents {
  let starting: Promise<Press> | undefined;
  const press = () => {
    starting ??= startPress();
    starting.catch(() => {
      starting = undefined;
    });
    return starting;
  };
  return {
    async render(document, data, o) {
      const { templates, compiler, texts } = await press();
      const main = join(templates, `${document}.typ`);
      return print(
        compiler,
        document,
        main,
        describe(texts, document, data, nearestDocumentLanguage(o.language)),
      );
    },
  };
}

interface Press {
  templates: string;
  compiler: NodeCompiler;
  texts: DocumentTexts;
}

async function startPress(): Promise<Press> {
  const root = findProjectRoot();
  // The addon is 40 MB: loaded only by a process that prints.
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const templates = join(root, 'app/platform/documents/templates');
  const compiler = NodeCompiler.create({
    // Typst cannot read outside this folder, and no template asks for a package from the network.
    workspace: templates,
    fontArgs: [{ fontBlobs: readDocumentFonts(root) }],
  });
  return { templates, compiler, texts: await loadDocumentTexts(root) };
}

/** The one value that crosses into Typst: parsed there as JSON, so that no text can become source. */
function describe<N extends DocumentName>(
  texts: DocumentTexts,
  document: N,
  data: DocumentData[N],
  language: DocumentLanguage,
): string {
  const { values, view } = documentViews[document](
    mapStrings(data, (text) => cleanText(text)),
    { language, texts },
  );
  const [lang, region] = language.split('-');
  return JSON.stringify({
    lang,
    region: region ?? null,
    rtl: isRightToLeft(language),
    text: texts.tree(language, document, mapStrings(values, breakLongWords)),
    view: mapStrings(view, (text, key) => (key === 'qr' ? text : breakLongWords(text))),
  });
}

/** Runs without a pause between compiling and exporting, so overlapping calls cannot mix. */
function print(compiler: NodeCompiler, document: DocumentName, main: string, page: string): Uint8Array {
  const compiled = compiler.compile({ mainFilePath: main, inputs: { page } });
  const result = compiled.result;
  if (!result) {
    const error = compiled.takeError();
    const complaints = (error?.shortDiagnostics ?? []) as { message?: string }[];
    throw new DocumentError(`${document}: ${complaints.map((one) => one.message ?? 'unknown').join('; ')}`);
  }
  try {
    return compiler.pdf(result, {});
  } finally {
    // The cache is shared by the whole process and holds what was printed; a recovery key must not linger.
    compiler.evictCache(document === 'recovery-sheet' ? 0 : cacheAge);
  }
}
