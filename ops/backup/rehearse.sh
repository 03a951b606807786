#!/usr/bin/env bash
# Rehearses a restore: dumps a running database, restores it into a new one beside it, and says
# whether the two hold the same and whether what must hold does. docs/backup.md tells how to use it.
#
#   SOURCE=postgresql://slotkeeper@db/slotkeeper ops/backup/rehearse.sh
#
#   SOURCE   the database, postgresql://user@host:port/name; it may be in use. No password in there, where
#            the list of processes would show it: PGPASSWORD or PGPASSFILE
#   SERVER   where to restore to, such an address of any other database there; the same server, database
#            postgres, where it is not given
#   TARGET   name of the new database; slotkeeper_rehearsal where it is not given; must not exist
#   METHOD   dump (pg_dump and pg_restore), or template: CREATE DATABASE … TEMPLATE, for which nobody
#            may be connected to SOURCE, and which rehearses everything but the dump
#   KEEP     yes keeps the new database, to start the services on it: without SLOTKEEPER_WHATSAPP_*, or
#            what waits in it is sent once more, and with another Redis
#   DUMP     where the dump is left; a temporary file where it is not given
set -euo pipefail

: "${SOURCE:?must be the address of a database}"
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TARGET=${TARGET:-slotkeeper_rehearsal}
METHOD=${METHOD:-dump}
WORK=$(mktemp -d)
DUMP=${DUMP:-$WORK/slotkeeper.dump}
MADE=no

# The same address with another database.
with_database() { sed -E "s#^(postgres(ql)?://[^/?]*)(/[^?]*)?#\1/$2#" <<<"$1"; }
SERVER=${SERVER:-$(with_database "$SOURCE" postgres)}
RESTORED=$(with_database "$SERVER" "$TARGET")

# Whatever is no such address could not be told apart from another database of the same server.
for address in "$SOURCE" "${SERVER:-$SOURCE}"; do
  if [[ ! $address =~ ^postgres(ql)?://[^/?]+(/[^/?]*)?(\?.*)?$ || $address =~ [?\&]dbname= ]]; then
    echo "rehearsal: SOURCE and SERVER must be postgresql://user@host:port/name" >&2
    exit 2
  fi
  if [[ $address =~ ^postgres(ql)?://[^/?@]*:[^/?@]*@ || $address =~ [?\&]password= ]]; then
    echo "rehearsal: give the password by PGPASSWORD or PGPASSFILE" >&2
    exit 2
  fi
done

say() { echo "rehearsal: $*"; }
ask() { psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --dbname="$1" "${@:2}"; }

# What is done to the copy must not be done to anything else.
check_target() {
  if [[ $(ask "$RESTORED" --command="SELECT current_database()") != "$TARGET" ]]; then
    say "$RESTORED is not $TARGET"
    exit 2
  fi
}

clean() {
  if [[ $MADE == yes && ${KEEP:-no} != yes ]]; then
    ask "$SERVER" --command="DROP DATABASE IF EXISTS \"$TARGET\"" || say "could not drop $TARGET"
  fi
  rm -rf "$WORK"
}
trap clean EXIT

if [[ -n $(ask "$SERVER" --command="SELECT 1 FROM pg_database WHERE datname = '$TARGET'") ]]; then
  say "there is a database $TARGET already: drop it, or give another TARGET"
  exit 2
fi

begun=$SECONDS
case $METHOD in
  dump)
    server=$(($(ask "$SOURCE" --command="SHOW server_version_num") / 10000))
    client=$(pg_dump --version | grep -oE '[0-9]+' | head -1)
    if ((client < server)); then
      say "pg_dump $client cannot read PostgreSQL $server: install the client of that version"
      exit 2
    fi
    # One snapshot for the dump and for what it is compared with, while others go on writing.
    coproc SESSION { ask "$SOURCE" 2>&1; }
    session=$SESSION_PID
    echo "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SELECT pg_export_snapshot();" >&"${SESSION[1]}"
    read -r snapshot <&"${SESSION[0]}"
    pg_dump --format=custom --snapshot="$snapshot" --file="$DUMP" --dbname="$SOURCE"
    echo "\\o $WORK/source.txt" >&"${SESSION[1]}"
    echo "\\i $HERE/contents.sql" >&"${SESSION[1]}"
    echo "\\q" >&"${SESSION[1]}"
    wait "$session"
    say "dumped $(du -h "$DUMP" | cut -f1) after $((SECONDS - begun)) s"
    ask "$SERVER" --command="CREATE DATABASE \"$TARGET\" TEMPLATE template0"
    MADE=yes
    check_target
    pg_restore --exit-on-error --no-owner --no-privileges --dbname="$RESTORED" "$DUMP"
    ;;
  template)
    ask "$SOURCE" --file="$HERE/contents.sql" >"$WORK/source.txt"
    name=$(ask "$SOURCE" --command="SELECT current_database()")
    ask "$SERVER" --command="CREATE DATABASE \"$TARGET\" TEMPLATE \"$name\""
    MADE=yes
    check_target
    ;;
  *)
    say "METHOD is dump or template"
    exit 2
    ;;
esac
say "restored after $((SECONDS - begun)) s"

ask "$RESTORED" --file="$HERE/contents.sql" >"$WORK/restored.txt"
if ! diff "$WORK/source.txt" "$WORK/restored.txt"; then
  say "FAILED: the restored database holds something else"
  exit 1
fi
say "the same $(wc -l <"$WORK/restored.txt") sums; $(grep '^events' "$WORK/restored.txt")"

ask "$RESTORED" --file="$HERE/invariants.sql" >"$WORK/broken.txt"
if [[ -s $WORK/broken.txt ]]; then
  head -20 "$WORK/broken.txt"
  say "FAILED: $(wc -l <"$WORK/broken.txt") things do not hold"
  exit 1
fi
say "everything holds that must"

ask "$RESTORED" --file="$HERE/after-restore.sql"
say "PASSED after $((SECONDS - begun)) s"
if [[ ${KEEP:-no} == yes ]]; then
  say "start the services on $TARGET with the master key of the source, without SLOTKEEPER_WHATSAPP_* and with another Redis"
fi
