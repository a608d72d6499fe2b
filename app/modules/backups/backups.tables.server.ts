import type { ColumnType } from 'kysely';

/** Written by the machine alone. */
type ByMachine<Value> = ColumnType<Value, never, never>;

export interface BackupTargetTable {
  id: string;
  part: 'records' | 'keys';
  kind: 'folder' | 'disk' | 'object';
  /** A path, or the address of a bucket. */
  place: string;
  region: string | null;
  /** Stands on the disk, so that an empty mount point is not taken for it. */
  disk_mark: string | null;
  /** ObjectCredentials, sealed for the house. */
  secret: Buffer | null;
  added_at: Date;
  added_by: string;
  removed_at: Date | null;
  tried_at: ByMachine<Date | null>;
  arrived_at: ByMachine<Date | null>;
  /** A code. */
  problem: ByMachine<string | null>;
}

export interface BackupPlanTable {
  id: ByMachine<boolean>;
  /** Of the day, in UTC. */
  hour: number;
  daily: number;
  weekly: number;
  monthly: number;
  copy_wanted_at: Date | null;
  drill_wanted_at: Date | null;
}

export interface BackupRunTable {
  id: ByMachine<string>;
  started_at: ByMachine<Date>;
  ended_at: ByMachine<Date>;
  made_at: ByMachine<Date | null>;
  bytes: ByMachine<number | null>;
  missed: ByMachine<number>;
  problem: ByMachine<string | null>;
}

export interface RestoreDrillTable {
  id: ByMachine<string>;
  started_at: ByMachine<Date>;
  ended_at: ByMachine<Date>;
  made_at: ByMachine<Date | null>;
  until_at: ByMachine<Date | null>;
  rows: ByMachine<number | null>;
  tables: ByMachine<number | null>;
  logs: ByMachine<number | null>;
  indexes: ByMachine<number | null>;
  events: ByMachine<number | null>;
  step: ByMachine<string | null>;
  problem: ByMachine<string | null>;
}

export interface BackupTables {
  backup_target: BackupTargetTable;
  backup_plan: BackupPlanTable;
  backup_run: BackupRunTable;
  restore_drill: RestoreDrillTable;
}
