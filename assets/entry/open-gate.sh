#!/bin/sh
# usage: open-gate.sh GATE
# Opens the gate of entry.sh from inside its container; says "begun" once the program has begun.
gate=$1 tries=0
true >>"$gate" || exit 1
while [ ! -e "$gate.begun" ]; do
  [ $tries -lt 100 ] || exit 0
  # Opened for reading and writing, a FIFO never makes us wait for its reader.
  [ -p "$gate.fifo" ] && printf '\n' 1<>"$gate.fifo"
  sleep 0.02 || sleep 1
  tries=$((tries + 1))
done
echo begun
