import { useLocation, useSearchParams } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Toast } from '#ui/toast.tsx';

/** "Saved", after a form that led here with `?saved`. */
export function SavedToast() {
  const t = useText('common');
  const { key } = useLocation();
  const [search] = useSearchParams();
  return <Toast id={key} message={search.has('saved') ? t('form.saved') : undefined} />;
}
