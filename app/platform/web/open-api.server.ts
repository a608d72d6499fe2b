import { z } from 'zod';
import type { ApiRoute } from './api-route.server.ts';

/** The API's description (OpenAPI 3.1), from the same schemas that the operations parse with. */
export function describeApi(routes: readonly ApiRoute[], version: string): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: route.method === 'GET' ? describeQuery(route) : describeOperation(route),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Serai', version, license: { name: 'AGPL-3.0-or-later' } },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
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

function describeQuery(route: Extract<ApiRoute, { method: 'GET' }>) {
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
    responses: { 200: { description: 'The answer' }, ...answers },
  };
}

function describeOperation(route: Extract<ApiRoute, { method: 'POST' }>) {
  const inPath = pathNames(route.path);
  const { properties, required } = objectSchema(route.operation.input);
  const body = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.has(name)));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 100 },
  };
  return {
    operationId: route.operation.name,
    summary: route.summary,
    parameters: [
      key,
      ...[...inPath].map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: properties[name] ?? { type: 'string' },
      })),
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: body,
            required: required.filter((name) => !inPath.has(name)),
          },
        },
      },
    },
    responses: { [route.status ?? 200]: { description: 'Done' }, ...answers },
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
