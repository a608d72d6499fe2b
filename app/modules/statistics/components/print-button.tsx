import { Button } from '#ui/button.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';

/** The browser's own print dialogue has a key of its own; the button is there once script runs. */
export function PrintButton({ label }: { label: string }) {
  const hydrated = useHydrated();
  if (!hydrated) return null;
  return (
    <Button type="button" tone="secondary" icon="print" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
