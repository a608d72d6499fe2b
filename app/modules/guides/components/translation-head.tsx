import type { Direction } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';

export interface TranslationHeadProps {
  source: { title: string; summary: string };
  own: { title: string | undefined; summary: string | undefined };
  sourceLanguage: string;
  language: string;
  dir: Direction;
}

/** Title and summary, each beside its source. */
export function TranslationHead({ source, own, sourceLanguage, language, dir }: TranslationHeadProps) {
  const t = useText('guides');
  const beside = 'grid gap-3 lg:grid-cols-2 [&_.field]:max-w-none';
  return (
    <>
      <div className={beside}>
        <p lang={sourceLanguage} dir="auto" className="m-0 self-end font-bold">
          {source.title}
        </p>
        <TextField
          name="title"
          label={t('form.title')}
          defaultValue={own.title}
          lang={language}
          dir={dir}
          maxLength={160}
        />
      </div>
      <div className={beside}>
        <p lang={sourceLanguage} dir="auto" className="m-0">
          {source.summary}
        </p>
        <TextArea
          name="summary"
          label={t('form.summary')}
          defaultValue={own.summary}
          lang={language}
          dir={dir}
        />
      </div>
    </>
  );
}
