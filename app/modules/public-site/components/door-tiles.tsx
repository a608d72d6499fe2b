import { useText } from '#platform/web/page-texts.ts';
import type { PictogramName } from '../pictograms.ts';
import { Pictogram } from './pictogram.tsx';

const doors = [
  ['before', 'suitcase'],
  ['abroad', 'plane'],
  ['home', 'home'],
  ['help', 'help'],
] as const satisfies readonly (readonly [string, PictogramName])[];

/** The four ways in. The one for people in need stands out and says so in words. */
export function DoorTiles({ language }: { language: string }) {
  const t = useText('site');
  return (
    <nav aria-label={t('door.title')}>
      <ul className="doors">
        {doors.map(([door, pictogram]) => (
          <li key={door}>
            <a className="door" href={`/${language}/doors/${door}`} data-door={door}>
              <Pictogram name={pictogram} />
              <b>{t(`door.${door}.title`)}</b>
              <small>{t(`door.${door}.text`)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
