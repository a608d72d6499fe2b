import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import {
  interfaceLanguage,
  publicLanguages,
  sourceLanguage,
} from '#platform/language/interface-languages.ts';
import { forbidden } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { factWords } from '../fact-options.server.ts';
import { translateFact } from '../operations/translate-fact.server.ts';
import { viewFact } from '../queries/view-fact.query.server.ts';
import { sentenceState } from '../sentence-state.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'fact.translate')) throw forbidden();
  const { fact, texts } = await web.read(viewFact, { factId: params['factId'] ?? '' });
  return {
    code: fact.code,
    here: `/staff/facts/${fact.id}`,
    statement: fact.statement,
    version: fact.version,
    value: factWords(fact, web).value,
    rows: publicLanguages
      .filter((language) => language !== sourceLanguage)
      .map((language) => {
        const text = texts.find((each) => each.language === language);
        const state = sentenceState(text, fact.version);
        return {
          language,
          statement: text?.statement,
          state,
          mayCheck: state === 'draft' && text?.edited_by !== actor.staffId,
        };
      }),
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const factId = params['factId'] ?? '';
  const submitted = await submitForm(web, request, translateFact, ({ input }) => ({
    factId,
    language: input['language'],
    statement: inLanguage(input['text'], input['language']),
    was: inLanguage(input['was'], input['language']) ?? '',
    version: Number(input['version']),
    checked: input['intent'] === 'check',
  }));
  if (submitted.ok) throw redirect(`/staff/facts/${factId}/translations?done=${submitted.result.language}`);
  return data(submitted, submitted.problem.status);
}

/** Of fields that stand on the page once for each language, the one that was sent. */
function inLanguage(fields: unknown, language: unknown): unknown {
  return typeof fields === 'object' && fields !== null && typeof language === 'string'
    ? (fields as Record<string, unknown>)[language]
    : undefined;
}

const tones = { none: 'plain', behind: 'attention', draft: 'plain', checked: 'success' } as const;

/** The sentence of a fact in each language; its value needs no translator. */
export default function FactTranslationsPage() {
  const t = useText('facts');
  const [asked] = useSearchParams();
  const { code, here, statement, version, value, rows, key } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const done = asked.get('done');
  return (
    <>
      <PageHeader title={t('sentences.title')} note={t('sentences.note')} back={{ to: here, label: code }} />
      <Card tone="sand">
        {value && (
          <p>
            <strong>
              <Bdi>{value}</Bdi>
            </strong>
          </p>
        )}
        <p lang="en" dir="ltr">
          {statement}
        </p>
      </Card>
      <div className="mt-5 grid gap-5 lg:grid-cols-2">
        {rows.map((row) => {
          const { ownName, dir } = interfaceLanguage(row.language);
          const refused = submitted?.values['language'] === row.language ? submitted : undefined;
          return (
            <Card
              key={row.language}
              title={<bdi lang={row.language}>{ownName}</bdi>}
              aside={<Badge tone={tones[row.state]}>{t(`sentences.${row.state}`)}</Badge>}
            >
              <PageForm formKey={`${key}.${row.language}`} submitted={refused}>
                {done === row.language && !submitted && (
                  <Notice tone="success" live>
                    {t('done.translate')}
                  </Notice>
                )}
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="language" value={row.language} />
                <input type="hidden" name={`was.${row.language}`} value={row.statement ?? ''} />
                <TextArea
                  name={`text.${row.language}`}
                  label={t('sentences.field', { language: ownName })}
                  defaultValue={row.statement}
                  lang={row.language}
                  dir={dir}
                  maxLength={600}
                />
                <div className="form-actions">
                  <SubmitButton name="intent" value="save">
                    {t('common:action.save')}
                  </SubmitButton>
                  {row.mayCheck && (
                    <SubmitButton name="intent" value="check" tone="secondary" icon="check">
                      {t('sentences.check')}
                    </SubmitButton>
                  )}
                </div>
              </PageForm>
            </Card>
          );
        })}
      </div>
    </>
  );
}
