import { formatSourceDate } from '#modules/guides/index.tsx';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import type { FactRow } from '../fact.tables.server.ts';

type Shown = Pick<
  FactRow,
  | 'code'
  | 'kind'
  | 'sector'
  | 'sex'
  | 'route'
  | 'cost_item'
  | 'payer'
  | 'valid_from'
  | 'valid_to'
  | 'source_title'
  | 'source_url'
  | 'source_date'
  | 'retrieved_on'
  | 'confidence'
  | 'checked_on'
  | 'review_due'
>;

/** All that is known of a fact, and where from. */
export function FactDetails({ fact, where, checkedBy }: { fact: Shown; where: string; checkedBy?: string }) {
  const t = useText('facts');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const day = (iso: string | null) => iso && formatDay(iso, { language });
  const source = fact.source_title && <Bdi>{fact.source_title}</Bdi>;
  return (
    <Card id="fact" title={t('details.title')}>
      <Facts
        facts={[
          { label: t('form.code'), value: <Bdi ltr>{fact.code}</Bdi> },
          { label: t('form.kind'), value: t(`kind.${fact.kind}`) },
          { label: t('form.country'), value: where },
          { label: t('form.sector'), value: fact.sector && codes(`sector.${fact.sector}`) },
          {
            label: t('form.sex'),
            value: fact.sex && t(fact.sex === 'female' ? 'form.women' : 'form.men'),
          },
          { label: t('form.route'), value: fact.route && t(`route.${fact.route}`) },
          { label: t('form.costItem'), value: fact.cost_item && t(`costItem.${fact.cost_item}`) },
          { label: t('form.payer'), value: fact.payer && t(`payer.${fact.payer}`) },
          { label: t('form.validFrom'), value: day(fact.valid_from) },
          { label: t('form.validTo'), value: day(fact.valid_to) },
          {
            label: t('form.sourceTitle'),
            value:
              fact.source_url && source ? (
                <a href={fact.source_url} target="_blank" rel="noreferrer">
                  {source}
                </a>
              ) : (
                (source ?? t('details.noSource'))
              ),
          },
          {
            label: t('form.sourceDate'),
            value: fact.source_date && formatSourceDate(fact.source_date, language),
          },
          { label: t('form.retrievedOn'), value: day(fact.retrieved_on) },
          { label: t('form.confidence'), value: t(`confidence.${fact.confidence}`) },
          {
            label: t('details.checked'),
            value: fact.checked_on ? (
              <>
                {day(fact.checked_on)} {checkedBy && <Bdi>({checkedBy})</Bdi>}
              </>
            ) : (
              t('details.notChecked')
            ),
          },
          { label: t('details.due'), value: day(fact.review_due) },
        ]}
      />
    </Card>
  );
}
