import { useText } from '#platform/web/page-texts.ts';
import { type Dimension, notRecorded } from '../tables.ts';
import { useView } from './use-view.ts';

/** What a category is called in the reader's language. */
export function useCodeLabel(): (dimension: Dimension, code: string) => string {
  const t = useText('statistics');
  const codes = useText('code-lists');
  const { names, sites } = useView();
  return (dimension, code) => {
    if (code === notRecorded) return t('notRecorded');
    switch (dimension) {
      case 'language':
        return names[`language.${code}`] ?? code;
      case 'nationality':
        return names[`country.${code}`] ?? codes(`noNationality.${code}`);
      case 'corridor': {
        const [from = '', to = ''] = code
          .split('>')
          .map((each) => names[`country.${each}`] ?? t('notRecorded'));
        return t('corridor', { from, to });
      }
      case 'site':
        return sites.find(({ id }) => id === code)?.name ?? code;
      case 'district':
      case 'counsellor':
        return code;
      default:
        return codes(`${dimension}.${code}`);
    }
  };
}
