import { useText } from '#platform/web/page-texts.ts';
import { Icon } from '#ui/icon.tsx';
import { KeyHint } from '#ui/key-hint.tsx';

/** Where the emergency lock is sent; the key looks for a form with this address. */
export const panicAddress = '/staff/lock-house';

/** Locks the house at once. A plain form, so that it works without script. */
export function PanicButton() {
  const t = useText('sealing');
  return (
    <form method="post" action={panicAddress} className="grid p-2">
      <button className="button" data-tone="danger" aria-keyshortcuts="Control+Alt+Shift+L">
        <Icon name="lock" />
        {t('panic.do')}
      </button>
      <p className="mt-2 mb-0 text-center text-sm">
        <KeyHint keys="Ctrl Alt Shift L" />
      </p>
    </form>
  );
}
