import type { ReactNode } from 'react';
import type { FactView } from '#modules/facts/index.server.ts';
import { directionOf } from '#platform/language/interface-languages.ts';
import type { Translate } from '#platform/language/translators.ts';
import type { Block } from '../block.ts';
import type { ChecklistCase } from '../guide.ts';
import { GuideBlock } from './guide-block.tsx';

/** What every part of a body needs to know. */
export interface GuideReading {
  /** Undefined for a fact that does not exist: the place says "ask us", it is never blank. */
  facts: (code: string) => FactView | undefined;
  /** Address of a page of the hub, or undefined where it is not published: then its words stand without a link. */
  pageHref: (slug: string) => string | undefined;
  /** Phone, address and hours of the centre, for `::centre`. */
  centre: ReactNode;
  /** Of the reader: digits, dates, marks, facts. */
  language: string;
  /** Texts of the namespace `guide-body` in the reader's language. */
  texts: Translate;
  /** Checklists show only what this reader needs. */
  readerCase?: ChecklistCase;
}

export interface GuideBodyProps extends GuideReading {
  blocks: readonly Block[];
  /** Of the blocks, where it is not the reader's: the original stands in for a missing translation. */
  textLanguage?: string;
  /** Places of blocks whose original has changed since they were translated. */
  staleBlocks?: readonly number[];
}

/** The body of a page as HTML: no script, no style in attributes, no name or id that came out of the text. */
export function GuideBody({ blocks, textLanguage, staleBlocks = [], ...reading }: GuideBodyProps) {
  const { language, texts } = reading;
  const differs = textLanguage !== undefined && textLanguage !== language;
  return (
    <div
      className="guide-body"
      lang={differs ? textLanguage : undefined}
      dir={differs ? directionOf(textLanguage) : undefined}
    >
      {blocks.map((block, at) =>
        staleBlocks.includes(at) ? (
          <div key={at} className="guide-stale">
            <p className="guide-mark" lang={language} dir={directionOf(language)}>
              {texts('stale')}
            </p>
            <GuideBlock block={block} reading={reading} />
          </div>
        ) : (
          <GuideBlock key={at} block={block} reading={reading} />
        ),
      )}
    </div>
  );
}
