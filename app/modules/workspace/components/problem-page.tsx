import { isRouteErrorResponse, useLocation } from 'react-router';
import type { DescribedProblem } from '#platform/web/describe-problem.server.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Logo } from '#ui/logo.tsx';

/** A problem as a page: what happened, what to do next, and a number to tell whoever can help. */
export function ProblemPage({ error, inFrame = false }: { error: unknown; inFrame?: boolean }) {
  const t = useText('workspace');
  const { pathname } = useLocation();
  const problem = problemOf(error);
  const code = problem?.code ?? (isRouteErrorResponse(error) && error.status === 404 ? 'not-found' : 'unexpected');
  const home = pathname.startsWith('/staff') ? '/staff' : '/';
  // Inside the workspace the frame already has the page's one `main`.
  const Box = inFrame ? 'div' : 'main';
  return (
    <Box className="problem" id={inFrame ? undefined : 'main'}>
      <title>{problem?.title ?? t(`common:problem.${code}.title`)}</title>
      <Logo />
      <h1>{problem?.title ?? t(`common:problem.${code}.title`)}</h1>
      <p>{problem?.next ?? t(`common:problem.${code}.next`)}</p>
      <p>
        <a className="button" data-tone="secondary" href={home}>
          {t('problem.home')}
        </a>
      </p>
      {problem && problem.status >= 500 && (
        <p className="problem-number">
          {t('problem.number')} <bdi className="number">{problem.requestId}</bdi>
        </p>
      )}
    </Box>
  );
}

function problemOf(error: unknown): DescribedProblem | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'code' in data ? (data as DescribedProblem) : undefined;
}
