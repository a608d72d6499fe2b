import { Outlet } from 'react-router';
import { ProblemPage } from '#modules/workspace/components/problem-page.tsx';
import { LanguageMenu } from '#modules/workspace/components/language-menu.tsx';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Logo } from '#ui/logo.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import '#ui/staff.css';

export const handle: PageHandle = { half: 'staff', scripts: true };

/** The frame of pages before sign-in: set-up, sign-in, invitations. */
export default function DoorLayout() {
  return (
    <DoorFrame>
      <Outlet />
    </DoorFrame>
  );
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <DoorFrame>
      <ProblemPage error={error} />
    </DoorFrame>
  );
}

function DoorFrame({ children }: { children: React.ReactNode }) {
  const t = useText('workspace');
  const { language } = usePageTexts();
  return (
    <div className="door">
      <SkipLink label={t('skipToContent')} />
      <header className="door-top">
        <span className="door-name">
          <Logo />
          {t('product')}
        </span>
        <LanguageMenu />
      </header>
      <div className="door-main" id="main">
        {children}
      </div>
      <footer className="door-foot">
        {/* By its language, because "/" is the workspace itself where that has an origin of its own. */}
        <a href={`/${language}`}>{t('door.publicHome')}</a>
      </footer>
    </div>
  );
}
