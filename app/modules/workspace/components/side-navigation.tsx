import { NavLink } from 'react-router';
import type { NavigationItem } from '#modules/workspace/navigation.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Icon } from '#ui/icon.tsx';
import { Logo } from '#ui/logo.tsx';

type Item = Pick<NavigationItem, 'id' | 'to'>;

/** The day's work by job, at the side of wide screens. */
export function SideNavigation({ items }: { items: readonly Item[] }) {
  const t = useText('workspace');
  return (
    <nav className="frame-side" aria-label={t('frame.navigation')}>
      <NavLink className="frame-name" to="/staff" end aria-label={t('frame.home')}>
        <Logo />
        <span>{t('product')}</span>
      </NavLink>
      <ul className="frame-nav">
        {items.map((item) => (
          <li key={item.id}>
            <NavLink className="frame-link" to={item.to} end={item.to === '/staff'}>
              <Icon name={item.id} />
              {t(`nav.${item.id}`)}
            </NavLink>
          </li>
        ))}
      </ul>
      <p className="frame-foot">{t('frame.promise')}</p>
    </nav>
  );
}

const inBar = 4;

/** The same on phones, within reach of a thumb; what does not fit unfolds. */
export function BottomBar({ items }: { items: readonly Item[] }) {
  const t = useText('workspace');
  const first = items.length > inBar + 1 ? items.slice(0, inBar) : items;
  const rest = items.slice(first.length);
  return (
    <nav className="frame-bottom" aria-label={t('frame.navigation')}>
      {first.map((item) => (
        <NavLink key={item.id} to={item.to} end={item.to === '/staff'}>
          <Icon name={item.id} />
          {t(`nav.${item.id}`)}
        </NavLink>
      ))}
      {rest.length > 0 && (
        <details className="menu">
          <summary>
            <Icon name="menu" />
            {t('frame.more')}
          </summary>
          <div className="menu-panel">
            {rest.map((item) => (
              <NavLink key={item.id} className="menu-item" to={item.to}>
                <Icon name={item.id} />
                {t(`nav.${item.id}`)}
              </NavLink>
            ))}
          </div>
        </details>
      )}
    </nav>
  );
}
