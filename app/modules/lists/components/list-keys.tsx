import { useEffect, useRef } from 'react';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { isTyping } from '#ui/is-typing.ts';
import { KeyHint } from '#ui/key-hint.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';

const rowLinks = 'main table tbody th a, main .found-link';
const keys = ['move', 'open', 'search', 'help'] as const;
const caps: Record<(typeof keys)[number], string[]> = {
  move: ['J', 'K', '↓', '↑'],
  open: ['Enter'],
  search: ['/'],
  help: ['?'],
};

/** A list by keyboard: J and K or the arrows go from row to row, Enter opens as any link, `?` says so. */
export function ListKeys() {
  const t = useText('lists');
  const hydrated = useHydrated();
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || help.current?.open)
        return;
      if (event.key === '?') {
        event.preventDefault();
        help.current?.showModal();
        return;
      }
      const links = [...document.querySelectorAll<HTMLElement>(rowLinks)];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      // Arrows scroll the page until somebody is in the list.
      if (arrow && at < 0) return;
      const step = /^(j|ArrowDown)$/.test(event.key) ? 1 : /^(k|ArrowUp)$/.test(event.key) ? -1 : 0;
      const next = links[at < 0 ? 0 : at + step];
      if (step === 0 || !next) return;
      event.preventDefault();
      next.focus();
    };
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, []);
  if (!hydrated) return null;
  return (
    <>
      <Button
        type="button"
        tone="quiet"
        size="small"
        className="list-keys"
        aria-keyshortcuts="?"
        onClick={() => help.current?.showModal()}
      >
        {t('keys.title')}
        <KeyHint keys="?" />
      </Button>
      <dialog ref={help} className="list-help" aria-labelledby="list-keys">
        <h2 id="list-keys">{t('keys.title')}</h2>
        <dl>
          {keys.map((key) => (
            <div key={key}>
              <dt>
                {caps[key].map((cap) => (
                  <KeyHint key={cap} keys={cap} />
                ))}
              </dt>
              <dd>{t(`keys.${key}`)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <Button tone="secondary">{t('common:action.close')}</Button>
        </form>
      </dialog>
    </>
  );
}
