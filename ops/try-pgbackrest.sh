#!/bin/sh
# Tries the chapter "Your own PostgreSQL" of the operator's guide from end to end, on this machine and for this run only:
# two clusters (records, keys), two encrypted repositories, continuous log, a restore to a moment, a trial restore that
# reads and checks every page. Needs Debian's packages postgresql and pgbackrest; run as root. Removes what it made.
#
#   apt-get install postgresql pgbackrest
#   ops/try-pgbackrest.sh
set -eu

home=$(mktemp -d /tmp/serai-pgbackrest.XXXXXX)
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
chmod 711 "$home"
as_postgres() { su postgres -s /bin/sh -c "$1"; }
say() { printf '\n== %s\n' "$*"; }
clean() {
  for name in records keys moment; do
    [ -d "$home/$name" ] && as_postgres "'$bin/pg_ctl' -D '$home/$name' -m immediate -w stop" >/dev/null 2>&1
  done
  rm -rf "$home"
}
trap clean EXIT INT TERM

chown postgres "$home"
for folder in repo-records repo-keys log spool lock socket; do
  install -d -o postgres -g postgres -m 700 "$home/$folder"
done

say "Configuration: one stanza for each cluster, one repository for each, each with a passphrase of its own"
cat > "$home/pgbackrest.conf" <<CONF
[global]
log-path=$home/log
spool-path=$home/spool
lock-path=$home/lock
log-level-console=warn
log-level-file=off
start-fast=y
compress-type=zst
archive-async=n

[records]
pg1-path=$home/records
pg1-port=54711
pg1-socket-path=$home/socket
repo1-path=$home/repo-records
repo1-cipher-type=aes-256-cbc
repo1-cipher-pass=$(head -c 36 /dev/urandom | base64)
repo1-retention-full=8
repo1-retention-diff=14

[keys]
pg1-path=$home/keys
pg1-port=54712
pg1-socket-path=$home/socket
repo1-path=$home/repo-keys
repo1-cipher-type=aes-256-cbc
repo1-cipher-pass=$(head -c 36 /dev/urandom | base64)
repo1-retention-full-type=time
repo1-retention-full=14
repo1-retention-history=30
CONF
chown postgres "$home/pgbackrest.conf"
chmod 600 "$home/pgbackrest.conf"
rest() { as_postgres "pgbackrest --config='$home/pgbackrest.conf' $*"; }
ask() { as_postgres "'$bin/psql' -XAtq -h '$home/socket' -p $1 -d postgres -c \"$2\""; }

say "Two clusters with checksums, whose log goes to the repository at least every minute"
port=54711
for name in records keys; do
  as_postgres "'$bin/initdb' -D '$home/$name' --data-checksums --auth=trust" >/dev/null
  cat >> "$home/$name/postgresql.conf" <<CONF
port = $port
listen_addresses = ''
unix_socket_directories = '$home/socket'
archive_mode = on
archive_command = 'pgbackrest --config=$home/pgbackrest.conf --stanza=$name archive-push %p'
archive_timeout = 60
CONF
  as_postgres "'$bin/pg_ctl' -D '$home/$name' -l '$home/log/$name.log' -w start" >/dev/null
  rest "--stanza=$name stanza-create"
  rest "--stanza=$name check"
  port=$((port + 1))
done
ask 54711 "create table file (id int primary key, said text)"
ask 54712 "create table wrapped_key (id int primary key, wrapped text)"
ask 54711 "insert into file values (1, 'before the copy')"
ask 54712 "insert into wrapped_key values (1, 'opens')"

say "Whole copies"
rest "--stanza=records --type=full backup"
rest "--stanza=keys --type=full backup"
ask 54711 "insert into file values (2, 'after the copy, before the mishap')"
sleep 2
moment=$(ask 54711 "select now()")
sleep 2
ask 54711 "delete from file"
ask 54711 "insert into file values (3, 'after the mishap')"
ask 54711 "select pg_switch_wal()" >/dev/null
ask 54711 "checkpoint"
rest "--stanza=records check"

say "The records as they stood at $moment, on another place"
rest "--stanza=records --pg1-path='$home/moment' --type=time --target='$moment' --target-action=promote --archive-mode=off restore"
sed -i "s/^port = .*/port = 54713/" "$home/moment/postgresql.conf"
as_postgres "'$bin/pg_ctl' -D '$home/moment' -l '$home/log/moment.log' -w start" >/dev/null
for wait in 1 2 3 4 5 6 7 8 9 10; do [ "$(ask 54713 'select pg_is_in_recovery()')" = f ] && break; sleep 1; done
found=$(ask 54713 "select string_agg(id::text, ',' order by id) from file")
[ "$found" = "1,2" ] || { echo "FAILED: expected 1,2 and found $found"; exit 1; }
echo "as it was: $found"

say "The trial: every table against every index, and every page's checksum"
ask 54713 "create extension if not exists amcheck"
ask 54713 "select count(bt_index_check(c.oid, true)) from pg_class c join pg_am a on a.oid = c.relam where c.relkind = 'i' and a.amname = 'btree' and c.relpersistence = 'p'"
as_postgres "'$bin/pg_ctl' -D '$home/moment' -m fast -w stop" >/dev/null
as_postgres "'$bin/pg_checksums' --check -D '$home/moment'"

say "A copy that somebody changed is refused"
damaged=$(find "$home/repo-records/backup" -name '*.zst' -size +1k | head -1)
printf 'x' | dd of="$damaged" bs=1 seek=600 conv=notrunc 2>/dev/null
if rest "--stanza=records verify --output=text" | tee "$home/verify" | grep -qiE 'checksum invalid: [1-9]|other: [1-9]|size invalid: [1-9]|error'; then
  echo "found:"; grep -iE 'invalid|other|status' "$home/verify" | head -4
else
  cat "$home/verify"; echo "FAILED: the changed byte was not found"; exit 1
fi

say "What stands in the repositories"
for name in records keys; do rest "--stanza=$name info" | sed 's/^/  /'; done
say "All of it held."
