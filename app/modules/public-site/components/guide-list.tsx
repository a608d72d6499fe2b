import type { GuideLink } from '../guide-link.ts';
import { directionOf } from '#platform/language/interface-languages.ts';
import { Pictogram } from './pictogram.tsx';

/** Pages as tiles: a drawing, the title, perhaps what it says. */
export function GuideList({ guides }: { guides: readonly GuideLink[] }) {
  return (
    <ul className="tiles">
      {guides.map(({ href, title, summary, pictogram, language }) => (
        <li key={href}>
          <a className="tile" href={href}>
            <Pictogram name={pictogram} />
            <span {...(language && { lang: language, dir: directionOf(language) })}>
              <b>{title}</b>
              {summary && <small>{summary}</small>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
