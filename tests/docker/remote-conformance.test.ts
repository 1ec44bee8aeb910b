import { engineConformance } from "../engine-conformance";
import { describeWithDocker } from "../harness/describe-with-docker";
import { makeArchiveRig } from "./make-archive-rig";

describeWithDocker("Docker without shared folders", ({ host }) => {
  engineConformance("remote", () => makeArchiveRig(host));
});
