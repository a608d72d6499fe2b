import { data, type RouterContextProvider, type ServerBuild } from 'react-router';
import { asProblem, describeProblem } from '#platform/web/describe-problem.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { requestTrace } from './request-trace.ts';

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module'];
type Handler = (args: HandlerArgs) => unknown;
interface HandlerArgs {
  request: Request;
  pattern: string;
  context: Readonly<RouterContextProvider>;
}

/**
 * Wraps every loader and action: a problem becomes an answer with its status and translated words, an unknown
 * error becomes `unexpected` and is logged, and a refused form is answered with its problem's status.
 */
export function guardRoutes(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [
      id,
      route && { ...route, module: guardModule(route.module) },
    ]),
  );
  return { ...build, routes };
}

function guardModule(module: RouteModule): RouteModule {
  const { loader, action } = module as { loader?: Handler; action?: Handler };
  return {
    ...module,
    ...(loader && { loader: guard(loader) }),
    ...(action && { action: guard(action) }),
  };
}

function guard(handler: Handler): Handler {
  return async (args) => {
    args.context.get(requestTrace).pattern = args.pattern;
    try {
      return withStatus(await handler(args), args);
    } catch (error) {
      throw answerFor(error, args);
    }
  };
}

/** What React Router takes as an answer of its own (redirects, `data()`) passes; the rest is an error. */
function answerFor(error: unknown, { context }: HandlerArgs): unknown {
  if (error instanceof Response || isDataAnswer(error)) return error;
  const web = context.get(webContext);
  const problem = asProblem(error);
  if (problem.status >= 500)
    web.house.log.error('request-failed', problem.cause ?? problem, { id: web.requestId });
  context.get(requestTrace).retryAfter = problem.retryAfter;
  const described = describeProblem(web.house.translators, web.language, problem, web.requestId);
  return data(described, { status: problem.status });
}

/** A refused form travels with its problem's status, and with the time after which it may be sent again. */
function withStatus(result: unknown, { context }: HandlerArgs): unknown {
  if (typeof result !== 'object' || result === null || !('ok' in result) || result.ok !== false)
    return result;
  const { status, retryAfter } =
    (result as { problem?: { status?: unknown; retryAfter?: unknown } }).problem ?? {};
  if (typeof retryAfter === 'number') context.get(requestTrace).retryAfter = retryAfter;
  return typeof status === 'number' ? data(result, { status }) : result;
}

function isDataAnswer(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'
  );
}
