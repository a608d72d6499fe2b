import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { formatSourceDate } from '../fact-value.ts';

export interface SourceListProps {
  facts: readonly {
    code: string;
    statement: string;
    value: string;
    source: { title: string; url?: string; date: string };
    checkedOn?: string;
    isOverdue: boolean;
    conflicts: readonly { code: string; note: string }[];
  }[];
}

/** Every fact of a page with where it comes from: what the legal check goes through, one by one. */
export function SourceList({ facts }: SourceListProps) {
  const t = useText('guides');
  const { language } = usePageTexts();
  return (
    <Card id="sources" title={t('sources.title', { count: facts.length })}>
      {facts.length === 0 && <p>{t('sources.none')}</p>}
      <ol className="item-list">
        {facts.map((fact) => (
          <li key={fact.code} className="item">
            <p>
              {fact.value && (
                <strong>
                  <Bdi>{fact.value}</Bdi>
                </strong>
              )}{' '}
              <Bdi lang="en">{fact.statement}</Bdi>
            </p>
            <p>
              {fact.source.title === '' ? (
                <Badge tone="danger">{t('sources.noSource')}</Badge>
              ) : fact.source.url ? (
                <a href={fact.source.url} target="_blank" rel="noreferrer">
                  <Bdi>{fact.source.title}</Bdi>
                </a>
              ) : (
                <Bdi>{fact.source.title}</Bdi>
              )}
              {fact.source.date && <> · {formatSourceDate(fact.source.date, language)}</>}
            </p>
            <p className="toolbar">
              {fact.isOverdue ? (
                <Badge tone="attention">{t('sources.overdue')}</Badge>
              ) : fact.checkedOn ? (
                <Badge tone="success">
                  {t('sources.checked', { day: formatDay(fact.checkedOn, { language }, 'short') })}
                </Badge>
              ) : (
                <Badge tone="attention">{t('sources.unconfirmed')}</Badge>
              )}
              {fact.conflicts.length > 0 && <Badge tone="attention">{t('sources.conflict')}</Badge>}
              <a href={`/staff/facts?text=${fact.code}`} target="_blank" rel="noreferrer">
                <Bdi ltr>{fact.code}</Bdi>
              </a>
            </p>
            {fact.conflicts.map(({ code, note }) => (
              <p key={code}>
                <Bdi lang="en">{note}</Bdi>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  );
}
