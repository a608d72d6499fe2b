import { demoStaff } from '#app/demo/demo-accounts.ts';
import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { beginSession } from '#modules/staff/operations/begin-session.server.ts';
import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';

/** Signs a colleague of the demo in. Returns the session's token as the cookie `serai` carries it. */
export async function signInAs(house: House, id: string): Promise<string> {
  const who = demoStaff.find((person) => person.id === id);
  if (!who) throw new Error(`nobody is called ${id}`);
  const { email, passphrase, seed } = who;
  const { token } = await execute(house, beginSession, publicActor, {
    email,
    passphrase,
    code: codeAt(seed, new Date()),
  });
  return token;
}
