#!/bin/sh
# usage: supervise.sh RECORD START LOG -- PROGRAM [ARGUMENT...]
# The local engine's container daemon, one per container: runs the entry, outlives whoever started it
# and leaves the exit code in RECORD/exit_code. A second one for the same START exits without a word.
cosmos_record=$1 cosmos_start=$2 cosmos_log=$3
shift 4
trap : HUP INT QUIT TERM

if { read -r cosmos_birth </proc/$$/stat; } 2>/dev/null; then
  read -r cosmos_boot </proc/sys/kernel/random/boot_id
else
  cosmos_birth=$(TZ=UTC LC_ALL=C ps -o lstart= -p $$)
fi
set -C
printf '%s\n' $$ "$cosmos_birth" "$cosmos_boot" >"$cosmos_record/started.$cosmos_start" || exit 0
set +C
[ -e "$cosmos_record/killed" ] && exit 0

# In a session of its own nothing the program does to its group reaches us. In the foreground, or it
# would inherit an ignored INT.
command -v setsid >/dev/null && cosmos_session=setsid
$cosmos_session /bin/sh "${0%/*}/entry.sh" "$cosmos_record/gate" "$cosmos_log" -- "$@"
cosmos_code=$?

# What the program left behind ends with it; zombies nobody reaps are not waited for.
if read -r cosmos_group <"$cosmos_record/gate.begun"; then
  cosmos_tries=0
  while kill -s KILL -- "-$cosmos_group" && [ $cosmos_tries -lt 40 ]; do
    sleep 0.02
    cosmos_tries=$((cosmos_tries + 1))
  done
fi

# A newer start owns the record now.
[ -e "$cosmos_record/started.$((cosmos_start + 1))" ] && exit 0
# Overwrites what was written there beforehand: this needs no space on a full disk.
printf '%-7s\n' "$cosmos_code" 1<>"$cosmos_record/exit_code.new" &&
  mv -f "$cosmos_record/exit_code.new" "$cosmos_record/exit_code"
[ "$cosmos_session" ] || kill -s KILL 0
