import { useText } from '#platform/web/page-texts.ts';
import type { CorridorLink } from '../home-view.ts';
import { Pictogram } from './pictogram.tsx';

/** Ways from country to country, and what each costs. */
export function CorridorList({
  corridors,
  language,
}: {
  corridors: readonly CorridorLink[];
  language: string;
}) {
  const t = useText('site');
  return (
    <ul className="tiles">
      {corridors.map(({ pair, from, to }) => (
        <li key={pair}>
          <a className="tile" href={`/${language}/corridors/${pair}`}>
            <Pictogram name="plane" />
            <span>
              <b>{t('corridor.title', { from, to })}</b>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
