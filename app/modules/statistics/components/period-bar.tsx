import { Link } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { type PeriodKind, periodKinds } from '../period.ts';
import { viewAddress } from '../statistics-address.ts';
import { usePeriodName } from './use-period-name.ts';
import { useView } from './use-view.ts';

interface PeriodBarProps {
  /** A day of the period before, and of the one after where it has begun. */
  previous: string | undefined;
  next: string | undefined;
  running: boolean;
  today: string;
  mayChooseKind: boolean;
}

/** Which period: its kind, its name, the one before and the one after. Plain links; the address says all. */
export function PeriodBar({ previous, next, running, today, mayChooseKind }: PeriodBarProps) {
  const t = useText('statistics');
  const view = useView();
  const nameOf = usePeriodName();
  const kinds: readonly PeriodKind[] = mayChooseKind
    ? periodKinds.filter((kind) => kind !== 'own')
    : ['month'];
  // Another kind is opened where one was: at the day of today if it is in sight, else where the period began.
  const anchor = running ? today : view.period.firstDay;
  return (
    <div className="statistics-period">
      {kinds.length > 1 && (
        <nav className="statistics-kinds" aria-label={t('period.kinds')}>
          {kinds.map((kind) => (
            <Link
              key={kind}
              to={viewAddress(view, { kind, day: anchor })}
              aria-current={kind === view.period.kind ? 'true' : undefined}
            >
              {t(`period.kind.${kind}`)}
            </Link>
          ))}
        </nav>
      )}
      <div className="statistics-period-name">
        <h2 id="period-title">{nameOf(view.period)}</h2>
        <nav className="toolbar" aria-label={t('period.choose')}>
          {previous && (
            <LinkButton size="small" icon="back" to={viewAddress(view, { day: previous })} rel="prev">
              {t(`period.previous.${view.period.kind}`)}
            </LinkButton>
          )}
          {next && (
            <LinkButton size="small" to={viewAddress(view, { day: next })} rel="next">
              {t(`period.next.${view.period.kind}`)}
            </LinkButton>
          )}
          {!running && (
            <LinkButton
              size="small"
              tone="quiet"
              to={viewAddress(view, {
                day: today,
                kind: view.period.kind === 'own' ? 'month' : view.period.kind,
              })}
            >
              {t('period.now')}
            </LinkButton>
          )}
        </nav>
      </div>
    </div>
  );
}
