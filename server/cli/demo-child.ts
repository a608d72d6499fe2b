import { exitCode } from './command.ts';
import type { DemoOrder, FromDemo } from './make-demo.ts';
import { failureOf } from './serving-messages.ts';

// Makes the demo centre, or gives it the day it is opened on. It holds the keys of the demo, and ends with its work.

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(exitCode.interrupted));
process.on('disconnect', () => process.exit(exitCode.interrupted));

process.on('message', (order: DemoOrder) => void obey(order));

async function obey(order: DemoOrder): Promise<void> {
  const last = await make(order).then(
    (): FromDemo => ({ made: true }),
    (error: unknown): FromDemo => ({ failure: failureOf(error) }),
  );
  process.send?.(last, () => process.exit(exitCode.done));
}

async function make({ config, isNew }: DemoOrder): Promise<void> {
  const { refreshDemo, seedDemo } = await import('#app/demo/seed-demo.server.ts');
  const { openWholeHouse } = await import('./open-centre.ts');
  const house = await openWholeHouse({ ...config, log: 'silent' });
  try {
    if (isNew) await seedDemo(house, { onProgress: (done) => tell({ done }) });
    else await refreshDemo(house);
  } finally {
    await house.close();
  }
}

function tell(message: FromDemo): void {
  if (process.connected) process.send?.(message);
}
