import { Link } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import { KeyHint } from '#ui/key-hint.tsx';
import { Menu } from '#ui/menu.tsx';

interface PersonMenuProps {
  name: string;
  roles: readonly string[];
  /** Named only where there are several. */
  centre?: string;
  maySwitch?: boolean;
  /** Others have sessions of their own in this browser. */
  onSharedDevice?: boolean;
}

/** Who is signed in here, and where, and the ways out: another centre or person, lock the screen, sign out. */
export function PersonMenu({ name, roles, centre, maySwitch, onSharedDevice }: PersonMenuProps) {
  const t = useText('workspace');
  return (
    <Menu
      label={t('frame.account', { name })}
      face={
        <>
          <span className="frame-avatar" aria-hidden="true">
            {initials(name)}
          </span>
          <span className="frame-tool-text">
            <Bdi>{name}</Bdi>
          </span>
        </>
      }
    >
      <div className="menu-note">
        <strong>
          <Bdi>{name}</Bdi>
        </strong>
        <br />
        {roles.map((role) => t(`staff:role.${role}.name`)).join(' · ')}
        {centre && (
          <>
            <br />
            <Bdi>{centre}</Bdi>
          </>
        )}
      </div>
      <Link className="menu-item" to="/staff/account">
        <Icon name="person" />
        {t('frame.ownAccount')}
      </Link>
      {maySwitch && (
        <Link className="menu-item" to="/staff/switch">
          <Icon name="centre" />
          {t('frame.switchCentre')}
        </Link>
      )}
      {onSharedDevice && (
        <a className="menu-item" href="/staff/people-here">
          <Icon name="people" />
          {t('frame.switchPerson')}
        </a>
      )}
      <form method="post" action="/staff/lock">
        <button className="menu-item" aria-keyshortcuts="Control+Alt+L">
          <Icon name="lock" />
          {t('frame.lock')}
          <KeyHint keys="Ctrl Alt L" />
        </button>
      </form>
      <form method="post" action="/staff/sign-out">
        <button className="menu-item">
          <Icon name="leave" />
          {t('frame.signOut')}
        </button>
      </form>
    </Menu>
  );
}

/** First letters of the first and last word; Arabic letters would join, so they are kept apart. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.filter(Boolean).join('\u200c').toLocaleUpperCase();
}
