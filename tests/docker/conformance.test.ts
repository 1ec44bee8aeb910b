import { engineConformance } from "../engine-conformance";
import { describeWithDocker } from "../harness/describe-with-docker";
import { makeSharedRig } from "./make-shared-rig";

describeWithDocker("Docker with shared folders", ({ host }) => {
  engineConformance("docker", () => makeSharedRig(host));
});
