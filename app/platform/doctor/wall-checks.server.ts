import type pg from 'pg';
import { definerFunctions, openTables } from './definer-functions.ts';
import { danger, dangerIfAny, type Finding, fine } from './finding.ts';

/** The database's own wall, asserted as it stands. All on the database of the records, as an administrator. */
export async function checkWall(client: pg.Client): Promise<Finding[]> {
  return [
    await checkRowSecurity(client),
    await checkDefiners(client),
    await checkViews(client),
    await checkRoles(client),
    await checkMemberships(client),
    await checkCreation(client),
    await checkGrants(client),
  ];
}

async function checkRowSecurity(client: pg.Client): Promise<Finding> {
  const tables = await names(
    client,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'serai' and c.relkind in ('r', 'p', 'f') and not (c.relrowsecurity and c.relforcerowsecurity)
       and c.relname <> all($1) order by 1`,
    [openTables],
  );
  return dangerIfAny('rowSecurity', 'open', tables);
}

async function checkDefiners(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; path: string | null }>(
    `select n.nspname || '.' || p.proname as name,
       (select substr(entry, 13) from unnest(p.proconfig) as entry where entry like 'search_path=%') as path
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const wrong = rows.filter(
    ({ name, path }) => definerFunctions[name] === undefined || definerFunctions[name] !== path,
  );
  return dangerIfAny(
    'definers',
    'unknown',
    wrong.map(({ name }) => name),
  );
}

async function checkViews(client: pg.Client): Promise<Finding> {
  const views = await names(
    client,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'serai' and (c.relkind = 'm' or c.relkind = 'v'
       and not coalesce('security_invoker=true' = any(c.reloptions) or 'security_invoker=on' = any(c.reloptions), false))
     order by 1`,
  );
  return dangerIfAny('views', 'open', views);
}

async function checkRoles(client: pg.Client): Promise<Finding> {
  const roles = await names(
    client,
    `select rolname as name from pg_roles where rolname like 'serai\\_%' and rolname <> 'serai_superuser'
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or (rolname = 'serai_owner' and rolcanlogin))
     order by 1`,
  );
  return dangerIfAny('roles', 'mighty', roles);
}

/** Only the migrator may become the owner; nobody may become anybody else. */
async function checkMemberships(client: pg.Client): Promise<Finding> {
  const found = await names(
    client,
    `select member.rolname || ' → ' || role.rolname as name from pg_auth_members m
       join pg_roles member on member.oid = m.member join pg_roles role on role.oid = m.roleid
     where member.rolname like 'serai\\_%' and member.rolname <> 'serai_superuser'
       and not (member.rolname = 'serai_migrator' and role.rolname = 'serai_owner') order by 1`,
  );
  return dangerIfAny('memberships', 'extra', found);
}

const working = ['serai_app', 'serai_reader', 'serai_auth', 'serai_audit', 'serai_indexer', 'serai_eraser'];

/** The application may fill tables, never make or own anything; and the queue's tables are out of its reach. */
async function checkCreation(client: pg.Client): Promise<Finding> {
  const found = await names(
    client,
    `select distinct r.rolname as name from pg_roles r where r.rolname = any($1) and (
       has_schema_privilege(r.rolname, 'serai', 'create') or has_schema_privilege(r.rolname, 'public', 'create')
       or has_database_privilege(r.rolname, current_database(), 'create, temporary')
       or coalesce(has_schema_privilege(r.rolname, to_regnamespace('graphile_worker'), 'usage'), false)
       or exists (select 1 from pg_class c where c.relowner = r.oid)
       or exists (select 1 from pg_proc p where p.proowner = r.oid)) order by 1`,
    [working],
  );
  return dangerIfAny('creation', 'may', found);
}

/** The reader only selects; nobody but the owner changes or removes what the audit holds. */
async function checkGrants(client: pg.Client): Promise<Finding> {
  const reader = await names(
    client,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'serai' and c.relkind in ('r', 'p')
       and has_table_privilege('serai_reader', c.oid, 'insert, update, delete, truncate') order by 1`,
  );
  if (reader.length > 0) return danger('grants', 'readerWrites', { names: reader.join(', ') });
  const auditors = await names(
    client,
    `select r.rolname as name from pg_roles r where r.rolname = any($1)
       and (has_table_privilege(r.rolname, 'serai.audit_event', 'update, delete, truncate')
         or has_table_privilege(r.rolname, 'serai.audit_head', 'delete, truncate')) order by 1`,
    [working],
  );
  return auditors.length > 0
    ? danger('grants', 'auditChanges', { names: auditors.join(', ') })
    : fine('grants');
}

async function names(client: pg.Client, query: string, values: unknown[] = []): Promise<string[]> {
  return (await client.query<{ name: string }>(query, values)).rows.map(({ name }) => name);
}
