#!/bin/sh
# usage: remove-dockerd.sh FOLDER
# Ends everything that the dockerd of FOLDER started, and removes FOLDER, its mounts and its cgroups.
folder=$1
name=${folder##*/}

# The daemon, its containerd and its shims name files of the folder; containers are in its cgroup.
processes() {
  printf '%s/' "$folder" | grep -aslF -f - /proc/[0-9]*/cmdline | cut -d/ -f3
  find /sys/fs/cgroup -maxdepth 2 -type d -name "$name" 2>/dev/null |
    while read -r group; do find "$group" -name cgroup.procs -exec cat {} + 2>/dev/null; done
}

tries=0
while found=$(processes | sort -u) && [ "$found" ] && [ $tries -lt 100 ]; do
  kill -KILL $found 2>/dev/null
  sleep 0.1
  tries=$((tries + 1))
done

# A shim's socket lies outside, in a folder that all shims of the machine share.
cat "$folder"/x/containerd/daemon/io.containerd.runtime.v2.task/*/*/address 2>/dev/null |
  tr ' ' '\n' | sed -n 's,^unix://,,p' | xargs -r rm -f

awk -v folder="$folder/" 'index($5, folder) == 1 { print $5 }' /proc/self/mountinfo | sort -r |
  while read -r mount; do umount -l "$mount" 2>/dev/null; done
find /sys/fs/cgroup -maxdepth 2 -type d -name "$name" 2>/dev/null |
  while read -r group; do find "$group" -depth -type d -exec rmdir {} + 2>/dev/null; done
rm -rf "$folder"
