import { Outlet } from 'react-router';
import { LeaveLink } from '#modules/workspace/components/leave-link.tsx';
import { ProblemPage } from '#modules/workspace/components/problem-page.tsx';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { useText } from '#platform/web/page-texts.ts';
import { SkipLink } from '#ui/skip-link.tsx';

export const handle: PageHandle = { half: 'public', scripts: false };

/** The frame of public pages: the way out stays in view, everything else belongs to the page. */
export default function PublicLayout() {
  return (
    <PublicFrame>
      <Outlet />
    </PublicFrame>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <PublicFrame>
      <ProblemPage error={error} />
    </PublicFrame>
  );
}

function PublicFrame({ children }: { children: React.ReactNode }) {
  const t = useText('public');
  return (
    <>
      <SkipLink label={t('skipToText')} />
      <LeaveLink />
      {children}
    </>
  );
}
