#!/usr/bin/env bash
# Runs a service once, with the database that the environment names, and keeps which classes it has
# loaded and linked by the time it was ready and had answered: its AOT cache (JEP 483, 514).
#   train.sh SERVICE DIRECTORY CACHE
# DIRECTORY has app.jar and java.options; CACHE is written. What else it needs is beside this script.
set -euo pipefail
service=$1 directory=$2 cache=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
port=${SERVER_PORT:?} management=${MANAGEMENT_SERVER_PORT:?}

# Good for nothing but that no node has to make them, which query-service would wait for.
export SLOTKEEPER_SECURITY_ADMINTOKEN=training SLOTKEEPER_PRIVACY_MASTERKEY SLOTKEEPER_SECURITY_MANAGETOKENSECRET
SLOTKEEPER_PRIVACY_MASTERKEY=$(head -c 32 /dev/zero | base64)
SLOTKEEPER_SECURITY_MANAGETOKENSECRET=$SLOTKEEPER_PRIVACY_MASTERKEY

# The event store's tables are command-service's; the other one waits for them.
if [ "$service" != command-service ]; then
  find "$here/schema/" -name 'V*.sql' | sort -V | while read -r migration; do
    PGOPTIONS='-c search_path=command' psql -q -v ON_ERROR_STOP=1 -f "$migration"
  done
fi

log=$(mktemp)
java "@$directory/java.options" -XX:AOTCacheOutput="$cache" -jar "$directory/app.jar" >"$log" 2>&1 &
process=$!
fail() {
  cat "$log" >&2
  echo "train.sh: $1" >&2
  kill -9 "$process" 2>/dev/null || true
  exit 1
}

for _ in $(seq 600); do
  kill -0 "$process" 2>/dev/null || fail "it has ended"
  "$here/healthcheck.sh" "$management" 2>/dev/null && ready=yes && break
  sleep 0.2
done
[ "${ready:-}" = yes ] || fail "it does not get ready"

# What it answers is of no importance: a refusal loads its classes as well.
for path in /api/health /api/businesses /api/businesses/none/slots /api/admin/dead-letters; do
  "$here/healthcheck.sh" "$port" "$path" || true
done
"$here/healthcheck.sh" "$management" /actuator/prometheus || fail "it has no metrics"

kill -TERM "$process"
wait "$process" || [ $? = 143 ] || fail "it has not ended in order"
# The JVM has written it on its way out.
[ -s "$cache" ] || fail "there is no cache"
chmod 444 "$cache"
rm -f "$log"
