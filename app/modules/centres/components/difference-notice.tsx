import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Notice } from '#ui/notice.tsx';

export interface Difference {
  label: string;
  /** What stands there now, saved by somebody else. */
  saved: string;
  /** What this form says. */
  typed: string;
}

interface Props {
  differences: readonly Difference[];
  /** Is there more that differs, shown beneath? Then this must not say that both are the same. */
  more?: boolean;
}

/** Somebody saved meanwhile: field by field what stands there now and what was typed here. Nothing is overwritten unseen. */
export function DifferenceNotice({ differences, more = false }: Props) {
  const t = useText('centres');
  return (
    <Notice tone="attention" title={t('difference.title')} live>
      {(differences.length > 0 || !more) && (
        <p>{differences.length > 0 ? t('difference.text') : t('difference.none')}</p>
      )}
      {differences.length > 0 && (
        <div className="table-wrap mt-3">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('difference.field')}</th>
                <th scope="col">{t('difference.saved')}</th>
                <th scope="col">{t('difference.typed')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ label, saved, typed }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td data-label={t('difference.saved')}>
                    <Bdi>{saved || '–'}</Bdi>
                  </td>
                  <td data-label={t('difference.typed')}>
                    <Bdi>{typed || '–'}</Bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Notice>
  );
}
