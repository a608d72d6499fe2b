import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '#platform/log.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { tendQuestions } from '#modules/questions/jobs.server.ts';
import { openTestIntake } from '#modules/questions/questions.testing.ts';
import { receiptKeys } from '#modules/questions/receipt-keys.server.ts';
import { openTestCentre } from '#modules/staff/staff.testing.ts';
import type { WebApp } from '#server/app.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { everyRow } from './every-row.testing.ts';
import { createSearch } from './find-traces.ts';

// Somebody asks through the pages as a browser would, comes back, asks again. Then every row of every table and every
// line of the log is searched for what they said, how to reach them, where they came from and what they hold.
const origin = 'http://127.0.0.1:4380';
const said = {
  text: 'Lanternquickpassport',
  again: 'Plumstonewages',
  phone: '9182736455',
  hours: 'Afterthemoonrise',
};
const email = 'wrenfeather@mail.example';
const address = '203.0.113.177';
const agent = 'Opossumbrowser';

let house: TestHouse;
let app: WebApp;
const lines: string[] = [];
beforeAll(async () => {
  house = await openTestHouse();
  Object.assign(house, { log: createLog('debug', (line) => Boolean(lines.push(line))) });
  const { centreId } = await openTestCentre(house);
  await openTestIntake(house, centreId);
  app = (await loadBuiltServer()).createApp(house);
});
afterAll(() => house?.close());

const send = async (path: string, fields: Record<string, string>) => {
  const request = new Request(origin + path, {
    method: 'POST',
    headers: { accept: 'text/html', origin, 'sec-fetch-site': 'same-origin', 'user-agent': agent },
    body: new URLSearchParams(fields),
  });
  const answer = await app.fetch(request, { incoming: { socket: { remoteAddress: address } } });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';

test('after somebody asked without a name, nothing of them lies anywhere', async () => {
  const receipts: string[] = [];
  const ways: Record<string, string>[] = [
    { way: 'call', phone: said.phone, hours: said.hours, say: 'Nothingatall' },
    { way: 'email', email },
  ];
  for (const way of ways) {
    const form = await send('/en/ask', { topic: 'problem' });
    const receipt = hidden(form.html, 'receipt');
    const asked = await send('/en/ask', {
      step: 'send',
      topic: 'problem',
      language: 'en',
      text: said.text,
      receipt,
      ...way,
    });
    expect([asked.status, asked.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const opened = await send('/en/answer', { step: 'open', receipt });
    expect(opened.html).toContain(said.text);
    const again = await send('/en/answer', {
      step: 'again',
      receipt,
      text: said.again,
      after: hidden(opened.html, 'after'),
    });
    expect(again.html).toContain(said.again);
    receipts.push(receipt);
  }
  house.clock.advance(24 * 3_600_000);
  await tendQuestions(house);
  const tokens = await Promise.all(receipts.map(async (receipt) => (await receiptKeys(receipt)).token));
  const search = createSearch([...Object.values(said), 'Nothingatall', email, address, agent, ...receipts]);
  const traces: string[] = [];
  for (const [where, bytes] of [...(await everyRow(house.admin)), ...(await everyRow(house.keysAdmin))])
    traces.push(...search(bytes).map((what) => `${where}: ${what}`));
  traces.push(...search(Buffer.from(lines.join(''))).map((what) => `log: ${what}`));
  expect(traces).toEqual([]);
  // The token is hashed in the table of threads, so for it only itself counts.
  for (const [where, bytes] of await everyRow(house.admin))
    for (const token of tokens) expect([where, bytes.includes(token)]).toEqual([where, false]);
});

test('no line of the log and no row tells when they asked, finer than the day', async () => {
  expect(lines.filter((line) => /ask|answer/.test(line))).toEqual([]);
  const { rows } = await house.admin.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns where table_schema = 'serai'
       and table_name in ('question', 'question_message', 'intake_log', 'intake_head')
       and data_type like 'time%'`,
  );
  expect(rows).toEqual([]);
});
