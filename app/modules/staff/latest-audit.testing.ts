import type { TestHouse } from '#platform/testing/test-house.server.ts';

interface AuditRow {
  action: string;
  result: string;
  subject_id: string | null;
  actor_id: string | null;
  fields: string[];
  item_count: number | null;
}

/** The newest audit row of an action. */
export async function latestAudit(house: TestHouse, action: string): Promise<AuditRow | undefined> {
  const { rows } = await house.admin.query<AuditRow>(
    'select action, result, subject_id, actor_id, fields, item_count from serai.audit_event where action = $1 order by at desc, seq desc limit 1',
    [action],
  );
  return rows[0];
}
