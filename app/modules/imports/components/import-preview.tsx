import { Link } from 'react-router';
import { StepUpField } from '#modules/staff/index.tsx';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { StatTile, StatTiles } from '#ui/stat-tile.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { ImportPageData } from '../pages/import.page.tsx';
import { UnknownWords } from './unknown-words.tsx';
import { useNumber } from './use-number.ts';
import { WrongRowLinks } from './wrong-row-links.tsx';

/** What will happen, before anything does. */
export function ImportPreview({ page, submitted }: { page: ImportPageData; submitted: unknown }) {
  const t = useText('imports');
  const number = useNumber();
  const { view, keys } = page;
  const { counts } = view;
  const alike = (counts.same ?? 0) + (counts.like ?? 0);
  return (
    <>
      <StatTiles>
        <StatTile label={t('count.people')} value={number(counts.people)} />
        <StatTile label={t('count.visits')} value={number(counts.visits)} />
        <StatTile
          label={t('count.wrong')}
          value={number(counts.wrong)}
          tone={counts.wrong ? 'attention' : 'plain'}
        />
        <StatTile label={t('count.alike')} value={number(alike)} tone={alike ? 'attention' : 'plain'} />
        <StatTile label={t('count.repeated')} value={number(counts.repeated)} />
        <StatTile label={t('count.unasked')} value={number(counts.unasked)} note={t('count.unasked-note')} />
      </StatTiles>
      {!!counts.undecidedDays && (
        <Notice
          tone="attention"
          title={t('notice.undecided', { count: counts.undecidedDays, days: number(counts.undecidedDays) })}
        >
          <Link to="?step=columns">{t('notice.undecided-do')}</Link>
        </Notice>
      )}
      {!!counts.formulas && (
        <Notice title={t('notice.formulas', { count: counts.formulas, cells: number(counts.formulas) })}>
          {t('notice.formulas-text')}
        </Notice>
      )}
      {!!counts.minors && (
        <Notice title={t('notice.minors', { count: counts.minors, people: number(counts.minors) })}>
          {t('notice.minors-text')}
        </Notice>
      )}
      <UnknownWords page={page} submitted={submitted} />
      {!!counts.wrong && (
        <Card title={t('wrong.title')} id="wrong">
          <p>{t('wrong.text')}</p>
          <WrongRowLinks />
        </Card>
      )}
      {alike > 0 && (
        <Card title={t('alike.title')} id="alike">
          <p>{t('alike.text', { same: number(counts.same), like: number(counts.like) })}</p>
          <PageForm formKey={keys.rule} submitted={submitted} action="?do=duplicates">
            <input type="hidden" name="version" value={view.version} />
            <div className="form-columns">
              {(['same', 'like'] as const).map((kind) => (
                <RadioGroup
                  key={kind}
                  name={kind}
                  legend={t(`alike.${kind}`)}
                  layout="rows"
                  defaultValue={view[kind]}
                  options={(['attach', 'new', 'skip'] as const).map((value) => ({
                    value,
                    label: t(`decision.${value}`),
                  }))}
                />
              ))}
            </div>
            <div className="form-actions">
              <SubmitButton tone="secondary">{t('alike.do')}</SubmitButton>
              <LinkButton to="rows?what=alike">{t('alike.one-by-one')}</LinkButton>
            </div>
          </PageForm>
        </Card>
      )}
      <Card title={t('start.title')} id="start" tone="sand">
        <p>{t('start.text')}</p>
        <PageForm formKey={keys.start} submitted={submitted} action="?do=start">
          <input type="hidden" name="version" value={view.version} />
          <StepUpField needed={page.needsCode} />
          <div className="form-actions">
            <SubmitButton>{t('start.do')}</SubmitButton>
            <LinkButton to="?step=columns">{t('start.columns')}</LinkButton>
          </div>
        </PageForm>
      </Card>
      <PageForm formKey={keys.discard} action="?do=discard">
        <div>
          <SubmitButton tone="quiet">{t('discard.do')}</SubmitButton>
        </div>
      </PageForm>
    </>
  );
}
