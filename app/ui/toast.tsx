import { useEffect, useState } from 'react';

/**
 * A short answer to what was just done ("Saved"), read aloud by screen readers. It goes by itself, so it never
 * holds anything that one must read. Give it a new `id` to show the same words again.
 */
export function Toast({ id, message, seconds = 6 }: { id: string; message?: string; seconds?: number }) {
  const [gone, setGone] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setGone(id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [id, seconds]);
  return (
    <div role="status" aria-live="polite">
      {message && gone !== id && <div className="toast">{message}</div>}
    </div>
  );
}
