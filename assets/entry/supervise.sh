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
cosmos_parent=$$ $cosmos_session /bin/sh "${0%/*}/entry.sh" "$cosmos_record/gate" "$cosmos_log" -- "$@"
cosmos_code=$?

# Whether a process of the group lives; zombies that nobody reaps don't count.
group_lives() {
  kill -s 0 -- "-$cosmos_group" || return 1
  [ -e /proc/self/stat ] || return 0
  for cosmos_stat in /proc/[0-9]*/stat; do
    read -r cosmos_line <"$cosmos_stat" || continue
    set -- ${cosmos_line##*) } # state, parent, group
    [ "$3" = "$cosmos_group" ] && [ "$1" != Z ] && return 0
  done
  return 1
}

# What the program left behind ends with it. Another start's program is none of our business.
if read -r cosmos_group cosmos_parent <"$cosmos_record/gate.begun"; then
  [ "$cosmos_parent" = $$ ] || exit 0
  cosmos_tries=0
  while group_lives && [ $cosmos_tries -lt 500 ]; do
    kill -s KILL -- "-$cosmos_group"
    sleep 0.02
    cosmos_tries=$((cosmos_tries + 1))
  done
elif [ -e "$cosmos_record/started.$((cosmos_start + 1))" ]; then
  exit 0
fi

# Overwrites what was written there beforehand: this needs no space on a full disk.
printf '%-7s\n' "$cosmos_code" 1<>"$cosmos_record/exit_code.new" &&
  mv -f "$cosmos_record/exit_code.new" "$cosmos_record/exit_code"
[ "$cosmos_session" ] || kill -s KILL 0
