/** The files of a gate, by the path that `entry.sh` is given. It writes the ones marked with a star. */
export function gateFiles(gate: string) {
  return {
    /** Exists once the program may begin. */
    gate,
    /** Wakes the entry that waits for the gate. * */
    fifo: `${gate}.fifo`,
    /** The program's birth; its time is when the program began. * */
    begun: `${gate}.begun`,
  };
}
