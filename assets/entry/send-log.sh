#!/bin/sh
# usage: send-log.sh LOG LENGTH
# Writes a greeting, then what LOG has beyond its first LENGTH bytes and whatever is added, as it comes.
# Ends after some minutes, since nobody tells it when its reader has gone: a reader that has not asks again.
printf 'cosmos-log %s\n' "$2"
if tail -s 0.1 -c 0 /dev/null 2>/dev/null && command -v timeout >/dev/null; then
  exec timeout 300 tail -s 0.1 -f -c "+$(($2 + 1))" "$1"
fi
exec 3<"$1"
dd bs=1 "skip=$2" count=0 <&3 2>/dev/null
turns=0
while cat <&3 && [ $turns -lt 3000 ]; do
  sleep 0.1 || sleep 1
  turns=$((turns + 1))
done
