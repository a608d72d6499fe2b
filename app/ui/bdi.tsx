import type { ReactNode } from 'react';

/** Names, numbers and codes of any script inside a sentence of another. `lang` where it is known. */
export function Bdi({ children, lang, ltr }: { children: ReactNode; lang?: string; ltr?: boolean }) {
  return (
    <bdi lang={lang} dir={ltr ? 'ltr' : undefined}>
      {children}
    </bdi>
  );
}
