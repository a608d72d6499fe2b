import { StepUpField } from '#modules/staff/index.tsx';
import { formatDay } from '#platform/language/format-date.ts';
import { localDay } from '#platform/language/local-day.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { StatTile, StatTiles } from '#ui/stat-tile.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { ImportPageData } from '../pages/import.page.tsx';
import { useNumber } from './use-number.ts';
import { WrongRowLinks } from './wrong-row-links.tsx';

/** What became of the file: what was made, what is left to mend, and the way back. */
export function ImportResult({ page, submitted }: { page: ImportPageData; submitted: unknown }) {
  const t = useText('imports');
  const number = useNumber();
  const { language } = usePageTexts();
  const { view, keys, timeZone } = page;
  const { counts, state } = view;
  const until = view.undoUntil && localDay(new Date(view.undoUntil), timeZone);
  const wrong = (counts.wrong ?? 0) + (counts.failed ?? 0);
  return (
    <>
      {state === 'done' && (
        <Notice tone="success" live title={t('result.done')}>
          {t('result.done-text')}
        </Notice>
      )}
      {state === 'undone' && (
        <Notice live title={t('result.undone', { rows: number(counts.undone) })}>
          {counts.kept
            ? t('result.kept', { count: counts.kept, rows: number(counts.kept) })
            : t('result.nothing-kept')}
        </Notice>
      )}
      <StatTiles>
        <StatTile label={t('count.madePeople')} value={number(counts.madePeople)} />
        <StatTile label={t('count.madeVisits')} value={number(counts.madeVisits)} />
        <StatTile label={t('count.attached')} value={number(counts.attached)} />
        <StatTile label={t('count.skipped')} value={number(counts.skipped)} />
        <StatTile label={t('count.wrong')} value={number(wrong)} tone={wrong ? 'attention' : 'plain'} />
      </StatTiles>
      {wrong > 0 && !view.purged && state !== 'running' && (
        <Card title={t('wrong.title')}>
          <p>{t('wrong.mend')}</p>
          <WrongRowLinks />
        </Card>
      )}
      {!!counts.kept && (
        <div>
          <LinkButton to="rows?what=kept">{t('result.kept-list')}</LinkButton>
        </div>
      )}
      {state !== 'undone' && !view.purged && (
        <Card title={t('undo.title')} id="undo">
          <p>{until ? t('undo.text', { day: formatDay(until, { language }) }) : t('undo.text-running')}</p>
          <PageForm formKey={keys.undo} submitted={submitted} action="?do=undo">
            <StepUpField needed={page.needsCode} />
            <div>
              <SubmitButton tone="danger">{t('undo.do')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      )}
    </>
  );
}
