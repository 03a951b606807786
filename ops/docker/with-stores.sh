#!/usr/bin/env bash
# Runs a command beside a new PostgreSQL and a new Redis, which end with it. For root, who may not run
# PostgreSQL: Debian's user postgres does.
#   with-stores.sh COMMAND...
set -euo pipefail

scratch=$(mktemp -d)
chmod 755 "$scratch"
# Only the newest is of interest where there are several.
bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -1)
port=${POSTGRES_PORT:-5432}

stop() {
  setpriv --reuid postgres --regid postgres --clear-groups "$bin/pg_ctl" -D "$scratch/data" -m immediate stop >/dev/null || true
  [ -z "${redis:-}" ] || kill "$redis" || true
  rm -rf "$scratch"
}
trap stop EXIT

install -d -o postgres -g postgres "$scratch/data"
as_postgres=(setpriv --reuid postgres --regid postgres --clear-groups)
"${as_postgres[@]}" "$bin/initdb" -D "$scratch/data" -U slotkeeper -A trust -E UTF8 --no-sync >/dev/null
"${as_postgres[@]}" "$bin/pg_ctl" -D "$scratch/data" -w -l "$scratch/data/log" \
  -o "-c port=$port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$scratch/data" start >/dev/null
"$bin/createdb" -h 127.0.0.1 -p "$port" -U slotkeeper slotkeeper
export PGHOST=127.0.0.1 PGPORT=$port PGUSER=slotkeeper PGDATABASE=slotkeeper
export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/slotkeeper

# Services run without it too, but then it is that which they are trained in.
if command -v redis-server >/dev/null; then
  redis-server --port "${REDIS_PORT:-6379}" --bind 127.0.0.1 --save "" --appendonly no >/dev/null &
  redis=$!
fi

"$@"
