#!/usr/bin/env bash
# Takes an executable jar apart, what changes least first: each directory is to become one layer.
#   layers.sh JAR DIRECTORY
set -euo pipefail
jar=$1 directory=$2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Services have the same name in their images, so that one entrypoint fits all.
cp "$jar" "$scratch/app.jar"
java -Djarmode=tools -jar "$scratch/app.jar" extract --layers --destination "$directory"
