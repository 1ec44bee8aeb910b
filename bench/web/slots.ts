/** The slots of the engine that the runs are spread over. */
export const slots = ["slot-0", "slot-1", "slot-2", "slot-3"] as const;
