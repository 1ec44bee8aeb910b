#!/bin/sh
# usage: entry.sh GATE LOG -- PROGRAM [ARGUMENT...]
# Waits until the file GATE exists, then becomes PROGRAM with both streams appended to LOG.
# To open the gate: make GATE, then write a line to GATE.fifo. GATE.begun (its pid, parent and birth)
# is made just before the program: exclusively, so that it begins at most once.
cosmos_gate=$1 cosmos_log=$2
shift 3
true >>"$cosmos_log" || exit 127
exec 2>>"$cosmos_log"

# Held open for reading and writing, a line written before we read is not lost. Where no FIFO can be
# made this becomes a plain file, whose end sends us to sleep.
mkfifo "$cosmos_gate.fifo" 2>/dev/null
exec 3<>"$cosmos_gate.fifo"
while [ ! -e "$cosmos_gate" ]; do read -r _ <&3 || sleep 0.05; done

# Who would record the exit is gone, since we started or before: this start no longer counts.
[ "${cosmos_parent:-$PPID}" = "$PPID" ] && kill -s 0 "$PPID" 2>/dev/null || exit 127
unset cosmos_parent

set -C
{ read -r cosmos_birth </proc/$$/stat; } 2>/dev/null ||
  cosmos_birth=$(TZ=UTC LC_ALL=C ps -o lstart= -p $$)
printf '%s\n' "$$ $PPID" "$cosmos_birth" >"$cosmos_gate.begun" || exit 127
exec "$@" >>"$cosmos_log" 2>&1 3<&-
