import { isRouteErrorResponse, useLocation } from 'react-router';
import { markLanguage } from '#platform/language/interface-languages.ts';
import type { DescribedProblem } from '#platform/web/describe-problem.server.ts';
import { documentKind } from '#platform/web/page-handle.ts';
import { usePageTexts, useText, useTextMark } from '#platform/web/page-texts.ts';
import { Niche } from '#ui/niche.tsx';

/** A problem as a page: what happened, what to do next, and a number to tell whoever can help. */
export function ProblemPage({ error, inFrame = false }: { error: unknown; inFrame?: boolean }) {
  const { pathname } = useLocation();
  const isStaff = documentKind([], pathname).half === 'staff';
  const t = useText(isStaff ? 'workspace' : 'public');
  const problem = problemOf(error);
  const code =
    problem?.code ?? (isRouteErrorResponse(error) && error.status === 404 ? 'not-found' : 'unexpected');
  const { language } = usePageTexts();
  const fallbackMark = useTextMark()(`common:problem.${code}.title`);
  const mark = problem ? markLanguage(problem.lang, language) : fallbackMark;
  const home = isStaff ? '/staff' : '/';
  // Inside the workspace the frame already has the page's one `main`.
  const Box = inFrame ? 'div' : 'main';
  return (
    <Box className="problem" id={inFrame ? undefined : 'main'}>
      <title>{problem?.title ?? t(`common:problem.${code}.title`)}</title>
      <Niche icon={code === 'not-found' ? 'search' : 'attention'} tone="attention" />
      <h1 {...mark}>{problem?.title ?? t(`common:problem.${code}.title`)}</h1>
      <p {...mark}>{problem?.next ?? t(`common:problem.${code}.next`)}</p>
      <p>
        <a className="button" data-tone="secondary" href={home}>
          {t('problemPage.home')}
        </a>
      </p>
      {problem && problem.status >= 500 && (
        <p className="problem-number">
          {t('problemPage.number')} <bdi className="number">{problem.requestId}</bdi>
        </p>
      )}
    </Box>
  );
}

function problemOf(error: unknown): DescribedProblem | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  const data = typeof error.data === 'string' ? parsed(error.data) : (error.data as unknown);
  return typeof data === 'object' && data !== null && 'code' in data ? (data as DescribedProblem) : undefined;
}

/** An answer that came before any page could run is problem+json as text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
