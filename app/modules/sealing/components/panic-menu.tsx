import { useText } from '#platform/web/page-texts.ts';
import { Icon } from '#ui/icon.tsx';
import { Menu } from '#ui/menu.tsx';
import { PanicButton } from './panic-button.tsx';

/**
 * The emergency lock: one press unfolds it, the next one locks. Two presses in the same corner are quick, and none of
 * them alone shuts a house by a slip of the hand.
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
      <PanicButton />
    </Menu>
  );
}
