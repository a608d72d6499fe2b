import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { directionOf } from '#platform/language/interface-languages.ts';
import { createTranslatorsFrom, type Texts } from '#platform/language/translators.ts';
import { type PageTexts, PageTextsContext } from '#platform/web/page-texts.ts';

void start();

async function start() {
  const texts = await loadTexts();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageTextsContext value={texts}>
          <HydratedRouter />
        </PageTextsContext>
      </StrictMode>,
    );
  });
}

/** The texts come once per language and release; the page names their address and preloads them. */
async function loadTexts(): Promise<PageTexts> {
  const language = document.documentElement.lang;
  const address = document.querySelector<HTMLLinkElement>('#serai-texts')?.href;
  const answer = address ? await fetch(address) : undefined;
  // Without texts the page stays as the server wrote it; every form works without script.
  if (!answer?.ok) throw new Error('texts could not be loaded');
  const texts = (await answer.json()) as Texts;
  return { language, dir: directionOf(language), translators: createTranslatorsFrom(texts) };
}
