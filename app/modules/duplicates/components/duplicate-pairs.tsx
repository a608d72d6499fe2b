import { Link } from 'react-router';
import { type ClientSummary, PersonBadges, PersonLine, ReasonList } from '#modules/clients/index.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import type { Strength } from '../duplicate-strength.ts';
import type { ListedPair } from '../queries/list-duplicates.query.server.ts';
import './duplicates-list.css';

const tones = { strong: 'danger', likely: 'attention', possible: undefined } as const satisfies Record<
  Strength,
  string | undefined
>;

/** Pairs of files in short, each with a box to choose it. */
export function DuplicatePairs({ pairs }: { pairs: readonly ListedPair[] }) {
  const t = useText('duplicates');
  return (
    <DataTable
      caption={t('list.caption')}
      rows={pairs}
      rowId={idOf}
      columns={[
        { id: 'one', label: t('list.one'), cell: ({ one }) => <ShortPerson person={one} /> },
        { id: 'other', label: t('list.other'), cell: ({ other }) => <ShortPerson person={other} /> },
        {
          id: 'why',
          label: t('list.why'),
          cell: (pair) => (
            // One box: on a phone each part of a cell would get a place of its own beside the label.
            <div>
              <Badge tone={tones[pair.strength]}>{t(`strength.${pair.strength}`)}</Badge>{' '}
              <ReasonList reasons={pair.reasons} />
              {pair.askedAgain && <span className="pair-again">{t('list.asked-again')}</span>}
            </div>
          ),
        },
        {
          id: 'choose',
          label: t('list.choose'),
          cell: (pair) => (
            <span className="pair-doing">
              <LinkButton size="small" to={`/staff/duplicates/${pair.one.id}/${pair.other.id}`}>
                {t('list.compare')}
              </LinkButton>
              <label className="pair-box">
                <input
                  type="checkbox"
                  name="pairs"
                  value={idOf(pair)}
                  aria-label={t('list.choose-pair', { one: pair.one.name, other: pair.other.name })}
                />
                <span aria-hidden="true">{t('list.choose')}</span>
              </label>
            </span>
          ),
        },
      ]}
    />
  );
}

const idOf = ({ one, other }: ListedPair) => `${one.id}~${other.id}`;

function ShortPerson({ person }: { person: ClientSummary }) {
  return (
    <span className="pair-person">
      <Link to={`/staff/people/${person.id}`}>
        <Bdi>{person.name}</Bdi>
      </Link>{' '}
      <span className="whitespace-nowrap">
        <Bdi ltr>{person.fileNo}</Bdi>
      </span>{' '}
      <PersonBadges person={person} />
      {person.otherNames.map((name) => (
        <Bdi key={name}>{name}</Bdi>
      ))}
      <PersonLine person={person} />
    </span>
  );
}
