import { useText } from '#platform/web/page-texts.ts';
import { LinkButton } from '#ui/link-button.tsx';

/** The rows to mend: to look at, or to save with what is wrong beside each. */
export function WrongRowLinks() {
  const t = useText('imports');
  return (
    <div className="form-actions">
      <LinkButton to="wrong-rows/xlsx" reloadDocument>
        {t('wrong.xlsx')}
      </LinkButton>
      <LinkButton to="wrong-rows/csv" reloadDocument>
        {t('wrong.csv')}
      </LinkButton>
      <LinkButton to="rows?what=wrong">{t('wrong.look')}</LinkButton>
    </div>
  );
}
