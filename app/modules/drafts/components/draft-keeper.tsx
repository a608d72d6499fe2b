import { useEffect, useRef } from 'react';
import { Link, useFetcher, useLocation } from 'react-router';
import { formatTime } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Notice } from '#ui/notice.tsx';

interface DraftKeeperProps {
  form: 'contact' | 'register';
  subjectId: string;
  /** When a draft was kept before, ISO; undefined when there is none. */
  savedAt?: string;
  /** True when the form already shows that draft. */
  isContinued: boolean;
}

/** Milliseconds of quiet after which what was typed is kept. */
const quiet = 1_500;

/**
 * Keeps what is typed in the form around it, and offers what was kept the last time. Offering works without script;
 * keeping needs it.
 */
export function DraftKeeper({ form, subjectId, savedAt, isContinued }: DraftKeeperProps) {
  const t = useText('common');
  const { language } = usePageTexts();
  const { pathname, search } = useLocation();
  const keeper = useFetcher<{ savedAt?: string }>();
  const marker = useRef<HTMLDivElement>(null);
  const keptAt = keeper.data?.savedAt;
  const submit = keeper.submit;

  useEffect(() => {
    const element = marker.current?.closest('form');
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () =>
          void submit(
            { form, subjectId, fields: JSON.stringify(typedFields(element)) },
            // Nothing on the page changes by it; loading it anew would give the form another key.
            { method: 'post', action: '/staff/drafts', defaultShouldRevalidate: false },
          ),
        quiet,
      );
    };
    element.addEventListener('input', keep);
    element.addEventListener('change', keep);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('input', keep);
      element.removeEventListener('change', keep);
    };
  }, [form, subjectId, submit]);

  const params = new URLSearchParams(search);
  params.set('draft', 'continue');
  return (
    <div ref={marker}>
      {savedAt && !isContinued && (
        <Notice title={t('draft.found', { time: formatTime(new Date(savedAt), { language }) })}>
          <Link to={`${pathname}?${params}`} reloadDocument>
            {t('draft.continue')}
          </Link>
        </Notice>
      )}
      <p className="draft-state" role="status">
        {keptAt && t('draft.kept', { time: formatTime(new Date(keptAt), { language }) })}
      </p>
    </div>
  );
}

/** Every field with something in it; the form's own key and hidden markers are made anew each time. */
function typedFields(form: HTMLFormElement): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '' || name === '_key') continue;
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}
