import type { ReactNode } from 'react';
import { use } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches } from 'react-router';
import { ProblemPage } from '#modules/workspace/components/problem-page.tsx';
import { PageDocumentContext } from '#platform/web/page-document.ts';
import { documentKind } from '#platform/web/page-handle.ts';
import { usePageTexts } from '#platform/web/page-texts.ts';

/** The document around every page. Public pages get their style inside and not one script. */
export function Layout({ children }: { children: ReactNode }) {
  const { language, dir } = usePageTexts();
  const page = use(PageDocumentContext);
  const matches = useMatches();
  const { pathname } = useLocation();
  const { half, scripts } = documentKind(
    matches.map((match) => match.handle),
    pathname,
  );
  return (
    <html lang={language} dir={dir} data-half={half}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content={half === 'staff' ? 'noindex' : 'index, noarchive'} />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        <Meta />
        {half === 'public' && (
          // Our own stylesheet, hashed in the policy
          <style dangerouslySetInnerHTML={{ __html: page.publicStyle ?? '' }} />
        )}
        {half === 'staff' && <Links nonce={page.nonce} />}
        {scripts && page.textsUrl && (
          <link rel="preload" as="fetch" href={page.textsUrl} crossOrigin="anonymous" id="serai-texts" />
        )}
        {scripts && page.nonce && <meta property="csp-nonce" nonce={page.nonce} suppressHydrationWarning />}
      </head>
      <body>
        {children}
        {scripts && <ScrollRestoration nonce={page.nonce} />}
        {scripts && <Scripts nonce={page.nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** For what no frame below could catch: addresses that do not exist, and the frames' own mistakes. */
export function ErrorBoundary({ error }: { error: unknown }) {
  return <ProblemPage error={error} />;
}
