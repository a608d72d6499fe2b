import { formatDay } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { LinkButton } from '#ui/link-button.tsx';

export interface MergeSide {
  id: string;
  fileNo: string;
  name: string;
  restricted: boolean;
  minor: boolean;
  registeredOn: string;
  lastContactOn: string | null;
  contacts: number;
  cards: number;
}

/** The two files, and which of them stays. @param swapTo the address with the other one kept; none where that is settled */
export function MergeSides({ kept, other, swapTo }: { kept: MergeSide; other: MergeSide; swapTo?: string }) {
  const t = useText('duplicates');
  return (
    <div className="merge-sides">
      <MergeSideCard side={kept} role={t('compare.kept')} tone="sand" />
      <MergeSideCard side={other} role={t('compare.other')} swapTo={swapTo} />
    </div>
  );
}

interface MergeSideCardProps {
  side: MergeSide;
  role: string;
  tone?: 'sand';
  swapTo?: string;
}

function MergeSideCard({ side, role, tone, swapTo }: MergeSideCardProps) {
  const t = useText('duplicates');
  const clients = useText('clients');
  const { language } = usePageTexts();
  const count = (number: number) =>
    number === 0 ? t('compare.none') : formatNumber(number, interfaceLanguage(language));
  return (
    <article className="card merge-side" data-tone={tone}>
      <p className="merge-role">{role}</p>
      <h2>
        <Bdi>{side.name}</Bdi> {side.restricted && <Badge tone="danger">{clients('restricted.badge')}</Badge>}{' '}
        {side.minor && <Badge tone="attention">{clients('minor.badge')}</Badge>}
      </h2>
      <Facts
        facts={[
          { label: clients('label.file-no'), value: <Bdi ltr>{side.fileNo}</Bdi> },
          { label: clients('label.registered-on'), value: formatDay(side.registeredOn, { language }) },
          {
            label: clients('label.last-contact'),
            value: side.lastContactOn
              ? formatDay(side.lastContactOn, { language })
              : clients('found.no-contact'),
          },
          { label: t('compare.contacts'), value: count(side.contacts) },
          { label: t('compare.cards'), value: count(side.cards) },
        ]}
      />
      <p className="toolbar">
        <LinkButton size="small" to={`/staff/people/${side.id}`}>
          {clients('found.open')}
        </LinkButton>
        {swapTo && (
          <LinkButton size="small" tone="quiet" to={swapTo}>
            {t('compare.swap')}
          </LinkButton>
        )}
      </p>
    </article>
  );
}
