import { Link } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import type { ClientSummary } from '../client-summary.server.ts';
import { PersonBadges, PersonLine } from './person-line.tsx';
import { ReasonList } from './reason-list.tsx';

/** People as a list to choose from; what was found says why. */
export function FoundPeople({
  people,
  label,
}: {
  people: readonly (ClientSummary & { reasons?: readonly string[] })[];
  label: string;
}) {
  const t = useText('clients');
  return (
    <ul className="found" aria-label={label}>
      {people.map((person) => (
        <li key={person.id}>
          <Link className="found-link" to={`/staff/people/${person.id}`}>
            <span className="found-name">
              <Bdi>{person.name}</Bdi>
            </span>
            {person.otherNames.length > 0 && (
              <span className="found-other">
                {person.otherNames.slice(0, 3).map((name) => (
                  <Bdi key={name}>{name}</Bdi>
                ))}
              </span>
            )}
            <PersonLine person={person} />
            <ReasonList reasons={person.reasons ?? []} />
          </Link>
          <span className="found-side">
            <span className="number">
              <Bdi ltr>{person.fileNo}</Bdi>
            </span>
            <PersonBadges person={person} />
            <Link className="found-act" to={`/staff/contacts/new?client=${person.id}`}>
              {t('found.record-contact')}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
