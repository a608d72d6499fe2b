import type { LoaderFunctionArgs } from 'react-router';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { boardParams } from '../arrival.schemas.ts';
import { listArrivals } from '../queries/list-arrivals.query.server.ts';

/** A stamp that changes with the board and says nothing of anybody; an open page asks for it every few seconds. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const params = boardParams.safeParse({
    siteId: new URL(request.url).searchParams.get('site') ?? undefined,
  });
  const { stamp } = await web.read(listArrivals, params.success ? params.data : {});
  return Response.json({ stamp });
}
