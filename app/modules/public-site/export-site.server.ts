import { createHash } from 'node:crypto';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import type { Translators } from '#platform/language/translators.ts';
import { Problem } from '#platform/problem.ts';
import { htmlText, staticPage, styleOf } from './static-page.ts';
import { relativeLink, staticFile } from './static-path.ts';
import { type IndexedPage, letterHtml, lettersHtml, searchLetters } from './static-search.ts';
import { topicWords } from './topic-words.ts';
import { fillWhole, type WholeFolder } from './whole-folder.server.ts';

export interface ExportParts {
  /** Asks the site for an address of its own: `/en/guides/x`. */
  ask(path: string): Promise<Response>;
  to: string;
  translators: Translators;
  /** Today, `YYYY-MM-DD`: said on every page of the copy. */
  day: string;
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

export interface ExportedSite {
  pages: number;
  files: number;
  bytes: number;
  revision: string;
}

interface OpenPage {
  slug: string;
  title: string;
  topics: string[];
}

const styleFile = 'style.css';

/**
 * Writes the whole public site as files that need no server: for a stick, a kiosk, a mirror. Everything is what the
 * site itself answers; the folder changes in one piece.
 * @throws Problem `export.foreign-folder`, `export.incomplete` with the address that did not answer
 */
export async function exportSite(parts: ExportParts): Promise<ExportedSite> {
  const { revision } = (await askJson(parts, '/api/v1/guides')) as { revision: string };
  const paths = await pagePaths(parts);
  const languages = [...new Set(paths.map((path) => path.split('/')[1] ?? ''))];
  const leaflets = paths
    .filter((path) => /^\/[^/]+\/guides\/[^/]+$/.test(path))
    .map((path) => `${path}/leaflet.pdf`);
  const files = new Map([...paths, ...leaflets].map((path) => [path, staticFile(path)]));
  const written: Record<string, { sha256: string; bytes: number }> = {};
  let done = 0;
  await fillWhole(parts.to, async (folder) => {
    const copy = new Copy(parts, counted(folder, written), files);
    for (const path of paths) {
      await copy.page(path);
      step();
    }
    for (const path of leaflets) {
      await copy.file(path, Buffer.from(await (await askFor(parts, path)).arrayBuffer()));
      step();
    }
    for (const language of languages) await copy.searchIndex(language);
    await copy.front(languages[0] ?? 'en');
    const now = (await askJson(parts, '/api/v1/guides')) as { revision: string };
    // Something was published while the copy was made: it would be of two minds.
    if (now.revision !== revision) throw new Problem('export.changed', 409);
    return { format: 1, revision, madeOn: parts.day, languages, files: written };
  });
  const sizes = Object.values(written);
  return {
    pages: paths.length,
    files: sizes.length,
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    revision,
  };

  function step() {
    done += 1;
    parts.onProgress?.(done, paths.length + leaflets.length);
  }
}

class Copy {
  private readonly parts: ExportParts;
  private readonly folder: WholeFolder;
  private readonly files: ReadonlyMap<string, string>;
  private hasStyle = false;

  constructor(parts: ExportParts, folder: WholeFolder, files: ReadonlyMap<string, string>) {
    this.parts = parts;
    this.folder = folder;
    this.files = files;
  }

  async page(path: string): Promise<void> {
    const source = await (await askFor(this.parts, path)).text();
    if (!this.hasStyle) {
      await this.folder.write(styleFile, styleOf(source));
      this.hasStyle = true;
    }
    const file = staticFile(path);
    await this.folder.write(file, this.draw(source, file));
    for (const [, audio = ''] of source.matchAll(/<audio [^>]*src="([^"]+)"/g)) {
      await this.file(audio, Buffer.from(await (await askFor(this.parts, audio)).arrayBuffer()));
    }
  }

  file(path: string, bytes: Uint8Array): Promise<void> {
    return this.folder.write(staticFile(path), bytes);
  }

  /** The first page of all, in the first language: there one chooses another. */
  async front(language: string): Promise<void> {
    const source = await (await askFor(this.parts, `/${language}`)).text();
    await this.folder.write('index.html', this.draw(source, 'index.html'));
  }

  /** In place of search: all words of titles and topics, by letter. */
  async searchIndex(language: string): Promise<void> {
    const { parts } = this;
    const t = parts.translators.for(language, 'site');
    const wordsFor = topicWords(parts.translators, language);
    const source = await (await askFor(parts, `/${language}/search`)).text();
    const { guides } = (await askJson(parts, `/api/v1/guides?language=${language}`)) as {
      guides: OpenPage[];
    };
    const folder = `${language}/search`;
    const letters = searchLetters(
      guides.map((guide) => indexed(guide, `${folder}/x.html`, language, wordsFor)),
      language,
    );
    const title = `<h1>${htmlText(t('copy.searchIndex'))}</h1>`;
    const file = `${language}/search.html`;
    const main = title + lettersHtml(letters, (name) => `search/${name}.html`);
    await this.folder.write(file, this.draw(source, file, main));
    for (const letter of letters) {
      const place = `${folder}/${letter.name}.html`;
      const heading = `<h2>${htmlText(t('copy.indexText', { letter: letter.letter }))}</h2>`;
      const body = title + lettersHtml(letters, (name) => `${name}.html`) + heading + letterHtml(letter);
      await this.folder.write(place, this.draw(source, place, body));
    }
  }

  private draw(source: string, file: string, main?: string): string {
    const { parts } = this;
    const language = /<html lang="([^"]+)"/.exec(source)?.[1] ?? 'en';
    const t = parts.translators.for(language, 'site');
    const date = formatDay(parts.day, { language });
    const searchFile = relativeLink(file, `${language}/search.html`);
    return staticPage({
      source,
      file,
      fileOf: (path) => (path === '/' ? 'index.html' : (this.files.get(path) ?? audioFile(path))),
      instead: `${language}/visit.html`,
      styleFile,
      banner: `<p class="mark">${htmlText(t('copy.text', { date }))}</p>`,
      search: `<p><a class="more" href="${searchFile}">${htmlText(t('copy.searchIndex'))}</a></p>`,
      ...(main !== undefined && { main }),
    });
  }
}

const audioFile = (path: string): string | undefined =>
  path.endsWith('/audio') ? staticFile(path) : undefined;

function indexed(
  { slug, title, topics }: OpenPage,
  from: string,
  language: string,
  wordsFor: (topic: string) => string,
): IndexedPage {
  return {
    href: relativeLink(from, staticFile(`/${language}/guides/${slug}`)),
    title,
    words: topics.map(wordsFor).join(' '),
  };
}

/** Addresses of all pages, from the site's own map. */
async function pagePaths(parts: ExportParts): Promise<string[]> {
  const map = await (await askFor(parts, '/sitemap.xml')).text();
  const found = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, href = '']) => new URL(href).pathname);
  return found.filter((path) => interfaceLanguage(path.split('/')[1] ?? '').code === path.split('/')[1]);
}

async function askFor(parts: ExportParts, path: string): Promise<Response> {
  parts.signal?.throwIfAborted();
  const answer = await parts.ask(path);
  if (answer.status !== 200) throw new Problem('export.incomplete', 503, { params: { path } });
  return answer;
}

async function askJson(parts: ExportParts, path: string): Promise<unknown> {
  return (await askFor(parts, path)).json();
}

function counted(
  folder: WholeFolder,
  written: Record<string, { sha256: string; bytes: number }>,
): WholeFolder {
  return {
    async write(file, bytes) {
      await folder.write(file, bytes);
      const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
      written[file] = { sha256: createHash('sha256').update(data).digest('hex'), bytes: data.length };
    },
  };
}
