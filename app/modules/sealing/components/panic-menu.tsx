import { useText } from '#platform/web/page-texts.ts';
import { Icon } from '#ui/icon.tsx';
import { KeyHint } from '#ui/key-hint.tsx';
import { Menu } from '#ui/menu.tsx';

/** Where the emergency lock is sent; the key looks for a form with this address. */
export const panicAddress = '/staff/lock-house';

/**
 * The emergency lock: one press unfolds it, the next one locks. Two presses in the same corner are quick, and none of
 * them alone shuts a house by a slip of the hand. A plain form, so that it works without script.
 */
export function PanicMenu() {
  const t = useText('sealing');
  return (
    <Menu
      label={t('panic.title')}
      face={
        <span className="text-danger">
          <Icon name="shield" />
        </span>
      }
    >
      <div className="menu-note">{t('panic.note')}</div>
      <form method="post" action={panicAddress} className="grid p-2">
        <button className="button" data-tone="danger" aria-keyshortcuts="Control+Alt+Shift+L">
          <Icon name="lock" />
          {t('panic.do')}
        </button>
        <p className="mt-2 mb-0 text-center text-sm text-ink-soft">
          <KeyHint keys="Ctrl Alt Shift L" />
        </p>
      </form>
    </Menu>
  );
}
