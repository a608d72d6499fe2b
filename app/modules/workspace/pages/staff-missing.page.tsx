import { notFound } from '#platform/problem.ts';

/** Any address under /staff that no module knows: answered inside the frame. */
export function loader() {
  throw notFound();
}

export default function StaffMissing() {
  return null;
}
