import { notFound } from '#platform/problem.ts';

/** Any other address that no module knows. */
export function loader() {
  throw notFound();
}

export default function PublicMissing() {
  return null;
}
