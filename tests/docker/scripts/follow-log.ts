import { makeRemoteEngine } from "../make-archive-rig";

/** A stand-in for a worker that can be killed: follows one log until it is whole. */
const [address = "", instance = "", id = "", folder = ""] = process.argv.slice(2);
const engine = makeRemoteEngine(address, instance);
engine.followLog(id, folder, new AbortController().signal);
