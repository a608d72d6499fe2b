import { useEffect, useRef } from 'react';
import { Form, useLocation } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Icon } from '#ui/icon.tsx';
import { KeyHint } from '#ui/key-hint.tsx';
import { isTyping } from '#ui/is-typing.ts';

/** One search for everything; `/` or Ctrl-K goes there from anywhere. */
export function SearchField() {
  const t = useText('workspace');
  const field = useRef<HTMLInputElement>(null);
  const { pathname, search } = useLocation();
  const asked = pathname === '/staff/people' ? (new URLSearchParams(search).get('q') ?? '') : '';
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const byKey = event.key === '/' && !isTyping(event.target);
      const byChord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!byKey && !byChord) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <Form className="frame-search" role="search" action="/staff/people">
      <label className="visually-hidden" htmlFor="search">
        {t('frame.search')}
      </label>
      <Icon name="search" />
      <input
        ref={field}
        key={asked}
        className="input"
        id="search"
        type="search"
        name="q"
        dir="auto"
        defaultValue={asked}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t('frame.searchExample')}
        aria-keyshortcuts="/ Control+K"
      />
      <KeyHint keys="/" />
    </Form>
  );
}
