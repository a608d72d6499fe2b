import { useEffect, useState } from 'react';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';

const often = 15_000;

/** Minutes that are left, counting down; without script the hour beside it has to do. */
export function TimeLeft({ until }: { until: Date }) {
  const t = useText('common');
  const { language } = usePageTexts();
  const [minutes, setMinutes] = useState<number>();
  const at = until.getTime();
  useEffect(() => {
    const count = () => setMinutes(Math.max(0, Math.ceil((at - Date.now()) / 60_000)));
    count();
    const timer = setInterval(count, often);
    return () => clearInterval(timer);
  }, [at]);
  if (minutes === undefined) return null;
  return (
    <strong className="number" lang={language}>
      ({t('count.minutes', { count: minutes })})
    </strong>
  );
}
