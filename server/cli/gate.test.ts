import { expect, test } from 'vitest';
import { createTranslators } from '#platform/language/translators.server.ts';
import { programDir } from '#platform/house.server.ts';
import { judgeHeaders } from '../../checks/web-manners/judge-headers.ts';
import { createGate } from './gate.ts';

const gate = createGate(createTranslators({ dir: `${programDir}/locales` }));

test.each([
  ['/en', 'text/html', 503],
  ['/api/v1/contacts', 'application/json', 503],
  ['/readyz', '*/*', 503],
  ['/healthz', '*/*', 200],
])('a closed door answers %s as safely as an open one', async (path, accept, status) => {
  const answer = await gate.fetch(new Request(`https://centre.example${path}`, { headers: { accept } }));
  const body = await answer.text();
  expect([answer.status, judgeHeaders(answer.status, answer.headers, body, { mayBeKept: false })]).toEqual([
    status,
    [],
  ]);
});
