import { inspect } from "node:util";

/**
 * Keeps the inside of an agent out of `util.inspect`: docker-modem 5 writes out every request's options for
 * a debug message that nobody asked for, and with hundreds of open sockets that takes 20 ms of CPU each.
 */
export function hideFromInspect<T extends object>(agent: T): T {
  return Object.defineProperty(agent, inspect.custom, { value: () => "[agent]" });
}
