import { Outlet } from 'react-router';
import { ProblemPage } from '#modules/workspace/components/problem-page.tsx';

/** Stands between frame and page so that a page's problem is shown inside the frame. */
export default function ContentLayout() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return <ProblemPage error={error} inFrame />;
}
