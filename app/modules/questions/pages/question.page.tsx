import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { beginJob, staffNames } from '#modules/staff/index.server.ts';
import { advises } from '#platform/actor.ts';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { AnswerForm } from '../components/answer-form.tsx';
import { QuestionActs } from '../components/question-acts.tsx';
import { QuestionSummary } from '../components/question-summary.tsx';
import { QuestionThread } from '../components/question-thread.tsx';
import { guideChoices } from '../guide-choices.server.ts';
import { answerQuestion } from '../operations/answer-question.server.ts';
import { assignQuestion } from '../operations/assign-question.server.ts';
import { closeQuestion } from '../operations/close-question.server.ts';
import { openTask } from '../operations/open-task.server.ts';
import { isWaiting } from '../question.ts';
import { viewQuestion } from '../queries/view-question.query.server.ts';
import { answerOfForm } from '../answer-of-form.ts';
import { receivePending } from '../receive-pending.server.ts';
import '../components/question-thread.css';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const questionId = params['questionId'] ?? '';
  // That it was asked stands in the chain before that it was opened.
  if (web.house.policy.mayEver(actor, 'question.view') && /^[0-9a-f-]{36}$/.test(questionId))
    await receivePending(web.house, await beginJob(web.house, actor.centre.id), { questionId });
  const question = await web.read(viewQuestion, { questionId });
  const colleagues = Object.entries(await web.read(staffNames, {}))
    .filter(([, { active, roles }]) => active && advises({ roles }))
    .map(([id, { name }]) => ({ id, name }));
  return {
    question: { ...question, languageName: languageName(question.language, web.language) },
    guides: isWaiting(question.state) ? await guideChoices(web.house, question.topic, web.language) : [],
    colleagues,
    ownId: actor.staffId,
    mayWrite: web.house.policy.mayEver(actor, 'guide.add'),
    sendsMail: web.house.config.smtpUrl !== undefined,
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const what = new URL(request.url).searchParams.get('do');
  const operation = { answer: answerQuestion, assign: assignQuestion, close: closeQuestion, task: openTask }[
    what ?? ''
  ];
  if (!operation) throw notFound();
  const submitted = await submitForm(web, request, operation as typeof answerQuestion, ({ input }) => ({
    ...(what === 'answer' ? answerOfForm(input) : input),
    version: Number(input['version']),
    questionId: params['questionId'],
  }));
  if (!submitted.ok) return data({ ...submitted, what }, submitted.problem.status);
  throw redirect(`/staff/questions/${params['questionId']}?done=${what}`);
}

/** One question: what was asked, how to reach the asker, and everything that can be done. */
export default function QuestionPage() {
  const t = useText('questions');
  const codes = useText('code-lists');
  const [asked] = useSearchParams();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refusedOf = (what: string) => (submitted && submitted.what === what ? submitted : undefined);
  const done = asked.get('done');
  const { question } = page;
  const answer = question.messages.findLast(({ author }) => author === 'centre');
  return (
    <div className="question-page">
      <PageHeader
        title={codes(`topicGroup.${question.topic}`)}
        tabTitle={t('inbox.title')}
        back={{ to: '/staff/questions', label: t('inbox.title') }}
      />
      {done && ['answer', 'assign', 'close', 'task'].includes(done) && !submitted && (
        <Notice tone="success" live>
          {t(`done.${done}`)}
        </Notice>
      )}
      <QuestionSummary question={question} sendsMail={page.sendsMail} />
      <QuestionThread messages={question.messages} language={question.language} />
      {page.mayWrite && answer && (
        <form method="post" action="/staff/guides/new">
          <input type="hidden" name="from" value="answer" />
          <input type="hidden" name="language" value={question.language} />
          <input type="hidden" name="body" value={answer.text} />
          <SubmitButton tone="secondary">{t('task.draft')}</SubmitButton>
        </form>
      )}
      {isWaiting(question.state) && (
        <AnswerForm
          question={question}
          guides={page.guides}
          formKey={`${page.key}.a`}
          submitted={refusedOf('answer')}
        />
      )}
      <QuestionActs
        question={question}
        colleagues={page.colleagues}
        ownId={page.ownId}
        formKey={page.key}
        refusedOf={refusedOf}
      />
    </div>
  );
}
