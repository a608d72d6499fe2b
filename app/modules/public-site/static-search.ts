import { htmlText } from './static-page.ts';

/** A page as the index of a copy lists it. */
export interface IndexedPage {
  /** The file, from the page of the index. */
  href: string;
  title: string;
  /** Names of its topics and what people call them. */
  words: string;
}

export interface SearchLetter {
  letter: string;
  /** Name of its file without the ending: the letter's code, so that every stick can hold it. */
  name: string;
  entries: { word: string; pages: IndexedPage[] }[];
}

const wordShape = /[\p{L}\p{M}\p{Nd}]+/gu;
const shortest = 3;

/** Every word of titles and topics with the pages it leads to, by first letter, in the order of the language. */
export function searchLetters(pages: readonly IndexedPage[], language: string): SearchLetter[] {
  const byWord = new Map<string, Set<IndexedPage>>();
  for (const page of pages) {
    for (const [word] of `${page.title} ${page.words}`.toLocaleLowerCase(language).matchAll(wordShape)) {
      if (word.length < shortest) continue;
      const found = byWord.get(word) ?? new Set();
      byWord.set(word, found.add(page));
    }
  }
  const { compare } = new Intl.Collator(language);
  const words = [...byWord].toSorted(([a], [b]) => compare(a, b));
  const letters = Map.groupBy(words, ([word]) => String.fromCodePoint(word.codePointAt(0) ?? 0));
  return [...letters].map(([letter, found]) => ({
    letter: letter.toLocaleUpperCase(language),
    name: (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0'),
    entries: found.map(([word, leads]) => ({ word, pages: [...leads] })),
  }));
}

/** Links to all letters. @param hrefOf the file of a letter, from the page that lists them */
export function lettersHtml(letters: readonly SearchLetter[], hrefOf: (name: string) => string): string {
  const items = letters.map(({ letter, name }) => `<a href="${hrefOf(name)}">${htmlText(letter)}</a>`);
  return `<nav class="jump">${items.join('\n')}</nav>`;
}

/** All words of a letter with their pages. */
export function letterHtml({ entries }: SearchLetter): string {
  const items = entries.map(({ word, pages }) => {
    const links = pages.map(
      ({ href, title }) => `<li><a href="${htmlText(href)}">${htmlText(title)}</a></li>`,
    );
    return `<h3>${htmlText(word)}</h3><ul>${links.join('')}</ul>`;
  });
  return items.join('\n');
}
