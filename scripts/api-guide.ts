import { apiExamples, apiRoutes } from '#app/api.server.ts';
import { scopeOfAct } from '#modules/integrations/index.server.ts';
import { scopes } from '#modules/integrations/scopes.ts';
import { webhookEvents } from '#modules/integrations/webhook.ts';
import { actOf, type ApiRoute } from '#platform/web/api-route.server.ts';

const longest = 1_800;

/** docs/api.md: how another program calls a house, with one real call of every address. */
export function apiGuide(): string {
  const byScope = Map.groupBy(apiRoutes, (route) =>
    'open' in route ? 'open' : (scopeOfAct(actOf(route)) ?? 'none'),
  );
  const sections = [...byScope].map(([scope, routes]) =>
    [
      `## ${scope === 'open' ? 'Open to everybody' : `Scope \`${scope}\``}`,
      ...routes.map(describeRoute),
    ].join('\n\n'),
  );
  return `${introduction()}\n${sections.join('\n\n')}\n\n${notices()}`;
}

function describeRoute(route: ApiRoute): string {
  const name = `${route.method} ${route.path}`;
  const example = apiExamples[name];
  if (!example) return `### \`${name}\`\n\n${route.summary}`;
  const lines = [`curl https://your-centre.example${example.url}`];
  if (!('open' in route)) lines.push('-H "Authorization: Bearer $TOKEN"');
  if (example.request !== undefined) {
    lines.push('-H "Content-Type: application/json"');
    if ('operation' in route) lines.push('-H "Idempotency-Key: $(uuidgen)"');
    lines.push(`-d '${JSON.stringify(example.request)}'`);
  }
  return [
    `### \`${name}\``,
    route.summary,
    `\`\`\`sh\n${lines.join(' \\\n  ')}\n\`\`\``,
    `Answer ${example.status}:`,
    `\`\`\`json\n${shortened(example.response)}\n\`\`\``,
  ].join('\n\n');
}

/** Whole where it is short; else lists with one entry each, and then its beginning. */
function shortened(answer: unknown): string {
  const whole = JSON.stringify(answer, null, 2);
  if (whole.length <= longest) return whole;
  const brief = JSON.stringify(
    answer,
    (_, value: unknown) => (Array.isArray(value) ? value.slice(0, 1) : value),
    2,
  );
  return brief.length <= longest ? brief : `${brief.slice(0, longest)}\n…`;
}

function introduction(): string {
  const rows = Object.entries(scopes).map(
    ([scope, acts]) => `| \`${scope}\` | ${acts.map((act) => `\`${act}\``).join(', ')} |`,
  );
  return `<!-- Written by scripts/generate-docs.ts. Change scripts/api-guide.ts or the program, then run bin/node24 scripts/generate-docs.ts. -->
# The API

Other programs read and write with the same operations, queries, rules and audit as the pages. The description in OpenAPI 3.1 is at \`/api/v1/openapi.json\` of every house, and in [generated/openapi.json](generated/openapi.json).

## Tokens

A coordinator makes a token under **Centre → Other programs**, with a name, scopes and a last day (at most a year ahead). It is shown once. The program sends it with every call:

    Authorization: Bearer serai_…

A token opens the API of one centre and no page. It can be ended at any time and then works for nothing, at once. What a program does stands in the audit under its own name.

| scope | acts |
|---|---|
${rows.join('\n')}

Whatever its scopes, a program sees no restricted file, and of other files neither legal status nor disability, papers or notes. Figures are those that were released, with small numbers hidden. Who asks for what another scope allows is answered 403.

Lists of contacts and follow-ups begin with the caller's own; \`whose=all\` gives those of the whole centre.

## Writing

Every write carries \`Idempotency-Key\`, 8 to 100 characters of your own making. The same key with the same body returns the first answer, so a call that broke off can be repeated safely; with another body it is answered 409. A change names the version it was made from; if somebody else was faster it is answered 409.

## Problems

Answers that are not 2xx are \`application/problem+json\`: \`code\` for programs, \`title\` and \`next\` for people (in the language of \`Accept-Language\`), and \`fields\` with what is wrong where. 401: no token or an ended one. 403: not within its scopes. 404: not there, or out of reach: the two look the same. 409: somebody else was faster, or the record is in another state. 422: the input. 429: more than 600 calls in a minute. 503: later; \`Retry-After\` says when.

The calls below were really made, on a house of invented people.
`;
}

function notices(): string {
  return `## Notices (webhooks)

Off unless the centre switches them on in its settings. A coordinator then adds an address under **Centre → Other programs** and chooses what it is told of: ${webhookEvents.map((event) => `\`${event}\``).join(', ')}.

\`\`\`http
POST /in HTTP/1.1
Host: hooks.example
Content-Type: application/json
Serai-Delivery: 00000000-0000-4000-8000-000000000001
Serai-Signature: t=1773133200,v1=5b0c…

{"id":"00000000-0000-4000-8000-000000000001","event":"contact.record","subject":"00000000-0000-4000-8000-000000000002","at":"2026-03-10T09:00:00.000Z"}
\`\`\`

- \`subject\` is the random id of the record, and all that is said of it. To know more, call the API with a token that may.
- Of restricted people nothing is told.
- \`v1\` is the HMAC-SHA256, in hex, of \`t\`, a full stop and the body, under the secret that was shown once. Refuse what is older than five minutes.
- Answer with 2xx within ten seconds. Anything else is tried again after 1, 5 and 30 minutes, 2, 6 and 24 hours, then given up. A notice may come twice: compare \`id\`.
- The address must be a name on the open internet, over HTTPS, on port 443 or 8443. Where it leads is checked at every sending; addresses inside a network are never called, and redirects are not followed.
`;
}
