import { directionOf } from '#platform/language/interface-languages.ts';
import type { ResultView } from '../guide-view.server.ts';

/** The first published page on it: one is enough to go on reading. */
export function PageLinks({ slugs, view }: { slugs: readonly string[]; view: ResultView }) {
  const link = slugs.map((slug) => view.links[slug]).find((each) => each !== undefined);
  if (!link) return null;
  return (
    <a className="decide-link" href={link.href} lang={link.language} dir={directionOf(link.language)}>
      {link.title}
    </a>
  );
}
