/**
 * Every function that runs with its owner's rights, kept by hand: each is a door in the wall and was looked at.
 * A function that is not here, or whose search_path is not this one, turns the doctor red.
 */
export const definerFunctions: Readonly<Record<string, string>> = {
  'serai.announce_client_change': 'serai, pg_temp',
  'serai.announce_client_merge': 'serai, pg_temp',
  'serai.append_pending': 'serai, pg_temp',
  'serai.drop_empty_unlock_person': 'serai, pg_temp',
  'serai.drop_passkey_unlock': 'serai, pg_temp',
  'serai.drop_passphrase_unlock': 'serai, pg_temp',
  'serai.drop_unlock_person': 'serai, pg_temp',
  'serai.end_sessions_of': 'serai, pg_temp',
  'serai.forget_merges': 'serai, pg_temp',
  'serai.hand_over_restricted': 'serai, pg_temp',
  'serai.log_asker_deletion': 'serai, pg_temp',
  'serai.log_asker_message': 'serai, pg_temp',
  'serai.log_intake': 'serai, pg_temp',
  'serai.note_webhooks': 'serai, pg_temp',
  'serai.may_open_restricted': 'serai, pg_temp',
  'serai.keys_in_use': 'serai, pg_temp',
  'serai.may_open_contact': 'serai, pg_temp',
  'serai.restricted_without_reader': 'serai, pg_temp',
  'serai.session_centre': 'serai, pg_temp',
  'serai.session_staff': 'serai, pg_temp',
  'serai.undo_import_rows': 'serai, pg_temp',
  'serai.statistics_of_centre': 'serai, pg_temp',
  'serai.statistics_of_today': 'serai, pg_temp',
  'serai.answer_network_ask': 'serai, pg_temp',
  'serai.ask_network': 'serai, pg_temp',
  'serai.my_other_accounts': 'serai, pg_temp',
  'serai.network_administrators': 'serai, pg_temp',
  'serai.network_overview': 'serai, pg_temp',
  'serai.release_transfer_origin': 'serai, pg_temp',
  'serai.send_network_inquiry': 'serai, pg_temp',
  'serai.session_has_role': 'serai, pg_temp',
  'serai.settle_transfer_origin': 'serai, pg_temp',
  'serai.network_figures': 'serai, pg_temp',
  'serai_queue.enqueue': 'graphile_worker, pg_temp',
};

/** Tables of schema serai that hold nothing about anybody, and so need no row security. */
export const openTables: readonly string[] = ['schema_migration'];
