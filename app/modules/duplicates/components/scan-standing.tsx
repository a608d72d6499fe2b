import { formatDay } from '#platform/language/format-date.ts';
import { localDay } from '#platform/language/local-day.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Notice } from '#ui/notice.tsx';
import { Progress } from '#ui/progress.tsx';
import type { ScanStanding } from '../queries/list-duplicates.query.server.ts';

/** When the register was last looked through, or how far the look is. The page asks again by itself meanwhile. */
export function ScanStandingLine({ scan, timeZone }: { scan: ScanStanding | undefined; timeZone: string }) {
  const t = useText('duplicates');
  const { language } = usePageTexts();
  if (!scan) return <p className="list-says">{t('scan.never')}</p>;
  if (scan.finishedAt === undefined) {
    return (
      <Notice tone="info" title={t('scan.begun')} live>
        <Progress label={t('scan.running', { percent: scan.percent })} value={scan.percent} />
        <p>{t('scan.running-hint')}</p>
        <meta httpEquiv="refresh" content="5" />
      </Notice>
    );
  }
  // The day of the centre's clock, not of the record's.
  const day = localDay(new Date(scan.finishedAt), timeZone);
  return <p className="list-says">{t('scan.last', { day: formatDay(day, { language }) })}</p>;
}
