import { Link } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import type { GuardianState } from '../household.ts';
import type { ShownHousehold } from '../queries/household-of.query.server.ts';
import './households.css';

export interface HouseholdSummaryProps {
  clientId: string;
  guardianState: GuardianState;
  households: readonly ShownHousehold[];
}

/** On a person's file: with whom they belong together now, and whether somebody speaks for a child. */
export function HouseholdSummary({ clientId, guardianState, households }: HouseholdSummaryProps) {
  const t = useText('households');
  const now = households
    .filter(({ closedOn }) => closedOn === undefined)
    .flatMap(({ members }) => members)
    .filter(({ self, untilOn }) => !self && untilOn === undefined);
  return (
    <Card
      id="household"
      title={t('title')}
      aside={<Link to={`/staff/people/${clientId}/household`}>{t('card.open')}</Link>}
    >
      {(guardianState === 'missing' || guardianState === 'lost' || guardianState === 'of-age') && (
        <Notice tone="attention" title={t(`state.${guardianState}`)} />
      )}
      {now.length === 0 ? (
        <p>{t('card.none')}</p>
      ) : (
        <ul className="household-members">
          {now.map((member) => (
            <li key={member.memberId}>
              <span className="household-member">
                {member.person ? (
                  <Link to={`/staff/people/${member.person.id}`}>
                    <Bdi>{member.person.name}</Bdi>
                  </Link>
                ) : (
                  t('someone')
                )}
                <span>{t(`relation.${member.relation}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
