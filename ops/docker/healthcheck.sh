#!/usr/bin/env bash
# Succeeds where a service of this machine answers 200. The JRE's image has neither curl nor wget, and
# a JVM of its own every few seconds would cost more than the service does when idle.
#   healthcheck.sh PORT [PATH]
set -euo pipefail
port=$1 path=${2:-/actuator/health/readiness}

exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&3
read -r -t 4 -u 3 _ status _
[ "$status" = 200 ]
