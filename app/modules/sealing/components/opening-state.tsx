import { Link } from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { hangsOnOne } from '../opening.ts';
import type { OpeningState } from '../queries/view-opening.query.server.ts';

/** How the house is opened now, and what of it needs somebody. */
export function OpeningStateCard({ state, timeZone }: { state: OpeningState; timeZone: string }) {
  const t = useText('sealing');
  const { language } = usePageTexts();
  const { now, waiting, keyFile, keepers, sheetProvenAt, since } = state;
  const when = (at: Date | null) => at && formatMoment(new Date(at), { language, timeZone });
  const byPerson = now.mode === 'person';
  return (
    <div className="grid gap-5">
      {byPerson && keyFile && (
        <Notice tone="danger" title={t('state.key-file-stays')}>
          <p>
            {t('state.key-file-stays-text')} <Bdi ltr>{keyFile}</Bdi>
          </p>
        </Notice>
      )}
      {waiting && (
        <Notice tone="attention" title={t('state.waiting')}>
          <p>{t('state.waiting-text')}</p>
        </Notice>
      )}
      {byPerson && hangsOnOne(now, { keepers: keepers.length }) && (
        <Notice tone="attention" title={t('state.hangs-on-one')}>
          <p>{t('state.hangs-on-one-text')}</p>
        </Notice>
      )}
      <Card title={t('state.title')} id="state">
        <Facts
          facts={[
            { label: t('state.mode'), value: t(`mode.${now.mode}.label`) },
            { label: t('state.people'), value: t(`people.${now.people}.label`) },
            { label: t('state.since'), value: when(since) ?? t('state.since-start') },
            {
              label: t('state.key-file'),
              value: keyFile ? <Bdi ltr>{keyFile}</Bdi> : t('state.no-key-file'),
            },
            {
              label: t('state.sheet'),
              value: (
                <>
                  {sheetProvenAt
                    ? t('state.sheet-proven', { when: when(sheetProvenAt) })
                    : t('state.sheet-not-proven')}{' '}
                  <Link to="/staff/centre/recovery">{t('state.to-sheet')}</Link>
                </>
              ),
            },
          ]}
        />
      </Card>
    </div>
  );
}
