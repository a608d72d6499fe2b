import { Link } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { type DefinitionId, definitions } from '../definitions.ts';

/** What a number counts, opened where it stands; the whole of it on the page of definitions. */
export function DefinitionNote({ id }: { id: DefinitionId }) {
  const t = useText('statistics');
  const indicator = definitions.find((definition) => definition.id === id)?.indicator;
  return (
    <details className="statistics-definition">
      <summary>{t('definition.open')}</summary>
      <p>{t(`definition.${id}.counts`)}</p>
      <p>{t(`definition.${id}.leavesOut`)}</p>
      <p>
        <Link to={`/staff/statistics/definitions#${id}`}>
          {indicator ? t('definition.moreOf', { indicator }) : t('definition.more')}
        </Link>
      </p>
    </details>
  );
}
