import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ImportPageData } from '../pages/import.page.tsx';
import { useNumber } from './use-number.ts';

/** The top of the file as it was read: which sheet, where the headings are, which letters. */
export function ChooseSheet({ page, submitted }: { page: ImportPageData; submitted: unknown }) {
  const t = useText('imports');
  const number = useNumber();
  const { view, choices, keys } = page;
  const { settings, sample } = view;
  if (!settings) return null;
  return (
    <Card title={t('sheet.title')} id="sheet">
      <p>{t('sheet.text')}</p>
      <div className="overflow-x-auto">
        <table className="table">
          <caption className="sr-only">{t('sheet.top')}</caption>
          <tbody>
            {sample?.top.map((row) => (
              <tr key={row.number} aria-current={row.number === settings.headerRow ? 'true' : undefined}>
                <th scope="row">{number(row.number)}</th>
                {row.cells.map((cell, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the columns of a file have no other name
                  <td key={at} className={row.number === settings.headerRow ? 'font-semibold' : undefined}>
                    <Bdi>{cell}</Bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PageForm
        formKey={keys.sheet}
        submitted={submitted}
        action="?do=sheet"
        labels={{ sheet: t('sheet.sheet') }}
      >
        <input type="hidden" name="version" value={view.version} />
        <div className="form-columns">
          <Select
            name="sheet"
            label={t('sheet.sheet')}
            defaultValue={String(settings.sheet)}
            options={settings.sheets.map((sheet, at) => ({
              value: String(at),
              label: sheet.hidden ? t('sheet.hidden', { name: sheet.name }) : sheet.name,
            }))}
          />
          <TextField
            name="headerRow"
            label={t('sheet.heading')}
            hint={t('sheet.heading-hint')}
            inputMode="numeric"
            width="short"
            defaultValue={String(settings.headerRow ?? '')}
          />
          {settings.kind === 'csv' && (
            <Select
              name="encoding"
              label={t('sheet.encoding')}
              hint={t('sheet.encoding-hint')}
              defaultValue={settings.encoding}
              options={choices.encodings.map((value) => ({ value, label: t(`encoding.${value}`) }))}
            />
          )}
        </div>
        <div>
          <SubmitButton>{t('sheet.do')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}
