import { useText } from '#platform/web/page-texts.ts';

/** What the sheet is good for and how to keep it. */
export function SheetAdvice() {
  const t = useText('setup');
  return (
    <ul className="m-0 grid list-disc gap-1 ps-5">
      <li>{t('sheet.what')}</li>
      <li>{t('sheet.keep')}</li>
      <li>{t('sheet.never')}</li>
      <li>{t('sheet.file')}</li>
    </ul>
  );
}
