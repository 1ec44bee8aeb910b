#!/bin/sh
# usage: list-outputs.sh FOLDER
# Lists the files below FOLDER, each ending with a NUL: SHA-256, size, time in seconds, path. The last
# item is their number. Links, devices and the like are left out.
cd "$1" || exit 1
count=0
list() {
  for path in "$1"* "$1".[!.]* "$1"..?*; do
    if [ -L "$path" ]; then
      continue
    elif [ -d "$path" ]; then
      list "$path/"
    elif [ -f "$path" ]; then
      hash=$(sha256sum <"$path") && about=$(stat -c '%s %Y' "./$path") || exit 1
      printf '%s %s %s\0' "${hash%% *}" "$about" "$path"
      count=$((count + 1))
    fi
  done
}
list ""
printf '%s\0' "$count"
