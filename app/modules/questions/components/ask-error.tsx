import { markLanguage } from '#platform/language/interface-languages.ts';
import type { DescribedField } from '#platform/web/describe-problem.server.ts';
import { usePageTexts } from '#platform/web/page-texts.ts';

/** What is wrong with one field, said beside it; marked where it is not in the language of the page. */
export function AskError({ error, id }: { error: Omit<DescribedField, 'name'> | undefined; id?: string }) {
  const { language } = usePageTexts();
  if (!error) return null;
  return (
    <p className="ask-error" id={id} {...markLanguage(error.lang, language)}>
      {error.message}
    </p>
  );
}
