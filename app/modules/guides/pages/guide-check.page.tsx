import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { forbidden, notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { LinkCheck } from '../components/link-check.tsx';
import { PhonePreview } from '../components/phone-preview.tsx';
import { SourceList } from '../components/source-list.tsx';
import { useGuideLabels } from '../components/use-guide-labels.ts';
import { formatFactValue } from '../fact-value.ts';
import { loadGuide } from '../load-guide.server.ts';
import { approveGuide } from '../operations/approve-guide.server.ts';
import { returnGuide } from '../operations/return-guide.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const view = await loadGuide(web, params['pageId']);
  const { may, page, source, quotes, linksTo, facts, next, nameOf } = view;
  if (!may('guide.approve')) throw forbidden();
  const t = web.t('guide-body');
  return {
    pageId: page.id,
    version: page.version,
    language: page.source_language,
    title: source.title,
    summary: source.summary,
    state: page.state,
    author: nameOf(page.submitted_by ?? page.edited_by),
    next,
    facts: quotes.facts.flatMap((code) => {
      const fact = facts[code];
      return fact ? [{ ...fact, value: formatFactValue(fact, web.language, t) }] : [];
    }),
    check: { quotes, linksTo, factCodes: Object.keys(facts) },
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const pageId = params['pageId'] ?? '';
  const what = new URL(request.url).searchParams.get('do');
  const operation = { approve: approveGuide, return: returnGuide }[what ?? ''];
  if (!operation) throw notFound();
  const submitted = await submitForm(web, request, operation as typeof approveGuide, ({ input }) => ({
    ...input,
    pageId,
    version: Number(input['version']),
  }));
  if (!submitted.ok) return data({ ...submitted, what }, submitted.problem.status);
  const isAlone = 'alone' in submitted.result && submitted.result.alone;
  throw redirect(`/staff/guides/${pageId}?done=${isAlone ? 'alone' : what}`);
}

/** The legal check: the page, each fact with its source and its day, and a word of yes or no. */
export default function GuideCheckPage() {
  const t = useText('guides');
  const labels = useGuideLabels();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refusedOf = (what: string) => (submitted?.what === what ? submitted : undefined);
  const here = `/staff/guides/${page.pageId}`;
  const isOpen = page.state === 'legal_check';
  const mayApprove = isOpen && (page.next.may === 'fine' || page.next.may === 'alone');
  return (
    <>
      <PageHeader
        title={t('check.title')}
        note={t('check.note')}
        back={{ to: here, label: t('edit.back') }}
      />
      {!isOpen && <Notice>{t('check.notOpen')}</Notice>}
      {isOpen && page.next.may === 'second-person' && (
        <Notice>
          {t('next.secondPerson')} {page.author && <Bdi>({page.author})</Bdi>}
        </Notice>
      )}
      <div className="form-columns mt-4">
        <div>
          <h2 className="text-lg font-bold">
            <Bdi lang={page.language}>{page.title}</Bdi>
          </h2>
          <p lang={page.language} dir="auto">
            {page.summary}
          </p>
          <SourceList facts={page.facts} />
          <LinkCheck {...page.check} />
          {isOpen && (
            <>
              {mayApprove && (
                <Card id="approve" title={t('check.approveTitle')}>
                  <PageForm action="?do=approve" formKey={`${page.key}.y`} submitted={refusedOf('approve')}>
                    <p>{t(page.next.may === 'alone' ? 'next.alone' : 'check.approveText')}</p>
                    <input type="hidden" name="version" value={page.version} />
                    <div>
                      <SubmitButton icon="check">{t('check.approve')}</SubmitButton>
                    </div>
                  </PageForm>
                </Card>
              )}
              <Card id="return" title={t('check.returnTitle')} tone="sand">
                <PageForm
                  action="?do=return"
                  formKey={`${page.key}.n`}
                  submitted={refusedOf('return')}
                  labels={labels}
                >
                  <input type="hidden" name="version" value={page.version} />
                  <TextArea name="note" label={t('form.note')} hint={t('form.note-hint')} maxLength={1000} />
                  <div>
                    <SubmitButton tone="secondary">{t('check.return')}</SubmitButton>
                  </div>
                </PageForm>
              </Card>
            </>
          )}
        </div>
        <div>
          <PhonePreview
            pageId={page.pageId}
            languages={[page.language]}
            language={page.language}
            version={String(page.version)}
          />
        </div>
      </div>
    </>
  );
}
