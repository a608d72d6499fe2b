import { z } from 'zod';
import type { ApiOperationRoute, ApiRoute, ApiSearchRoute } from './api-route.server.ts';

/** A call as it was really made, by `METHOD path` as in the description. */
export interface ApiExample {
  /** With what stood in the path and the address. */
  url: string;
  request?: unknown;
  status: number;
  response: unknown;
}
export type ApiExamples = Readonly<Record<string, ApiExample>>;

/** The API's description (OpenAPI 3.1), from the same schemas that the operations parse with. */
export function describeApi(
  routes: readonly ApiRoute[],
  version: string,
  examples: ApiExamples = {},
  scopeOf: (act: string) => string | undefined = () => undefined,
): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: withScope(
        route.method === 'GET'
          ? describeQuery(route, examples)
          : 'query' in route
            ? describeSearch(route, examples)
            : describeOperation(route, examples),
        scopeOf,
      ),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Serai', version, license: { name: 'AGPL-3.0-or-later' } },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token that a coordinator made, with its scopes and its last day.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-serai',
          description: 'A signed-in colleague.',
        },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: 'object',
  required: ['code', 'status', 'title', 'next', 'fields', 'requestId'],
  properties: {
    code: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    next: { type: 'string' },
    requestId: { type: 'string' },
    retryAfter: { type: 'integer', description: 'Seconds' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

const answers = {
  default: {
    description: 'A problem, with what to do next',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
};

function withScope(described: { operationId: string }, scopeOf: (act: string) => string | undefined) {
  const scope = scopeOf(described.operationId);
  return scope === undefined ? described : { ...described, 'x-scope': scope };
}

const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The shape of an answer as it was really given: names and kinds, so that a reader knows what to expect. */
export function shapeOf(value: unknown): object {
  if (value === null) return {};
  if (Array.isArray(value)) {
    const shapes = value.map(shapeOf);
    return { type: 'array', ...(shapes[0] && { items: shapes[0] }) };
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    const [first] = entries;
    // A list by id: what each holds, not which ids there were.
    if (first && entries.every(([name]) => isId.test(name)))
      return { type: 'object', additionalProperties: shapeOf(first[1]) };
    return {
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, each]) => [name, shapeOf(each)])),
    };
  }
  return { type: typeof value };
}

function answered(route: ApiRoute, examples: ApiExamples, status: number, description: string) {
  const example = examples[`${route.method} ${route.path}`];
  return {
    [example?.status ?? status]: {
      description,
      ...(example && {
        content: { 'application/json': { schema: shapeOf(example.response), example: example.response } },
      }),
    },
    ...answers,
  };
}

function bodyOf(route: ApiRoute, examples: ApiExamples, schema: z.ZodType) {
  const inPath = pathNames(route.path);
  const { properties, required } = objectSchema(schema);
  const example = examples[`${route.method} ${route.path}`]?.request;
  return {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.has(name))),
          required: required.filter((name) => !inPath.has(name)),
        },
        ...(example !== undefined && { example }),
      },
    },
  };
}

function describeSearch(route: ApiSearchRoute, examples: ApiExamples) {
  return {
    operationId: route.query.name,
    summary: route.summary,
    requestBody: bodyOf(route, examples, route.query.params),
    responses: answered(route, examples, 200, 'The answer'),
  };
}

function describeQuery(route: Extract<ApiRoute, { method: 'GET' }>, examples: ApiExamples) {
  const isOpen = 'open' in route;
  const { properties, required } = objectSchema(isOpen ? route.params : route.query.params);
  const inPath = pathNames(route.path);
  const parameters = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: inPath.has(name) ? 'path' : 'query',
    required: inPath.has(name) || required.includes(name),
    schema,
  }));
  return {
    operationId: isOpen ? route.name : route.query.name,
    summary: route.summary,
    // Open to everybody: no session is asked for.
    ...(isOpen && { security: [] }),
    parameters,
    responses: answered(route, examples, 200, 'The answer'),
  };
}

function describeOperation(route: ApiOperationRoute, examples: ApiExamples) {
  const { properties } = objectSchema(route.operation.input);
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Of the caller’s making: the same key with the same body returns the first answer.',
    schema: { type: 'string', minLength: 8, maxLength: 100 },
  };
  return {
    operationId: route.operation.name,
    summary: route.summary,
    parameters: [
      key,
      ...[...pathNames(route.path)].map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: properties[name] ?? { type: 'string' },
      })),
    ],
    requestBody: bodyOf(route, examples, route.operation.input),
    responses: answered(route, examples, route.status ?? 200, 'Done'),
  };
}

function objectSchema(schema: z.ZodType): { properties: Record<string, unknown>; required: string[] } {
  // Checks that JSON Schema cannot say are still made; they only do not show here.
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return { properties: made.properties ?? {}, required: made.required ?? [] };
}

function pathNames(path: string): Set<string> {
  return new Set([...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''));
}
