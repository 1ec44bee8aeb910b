import { engineConformance } from "../engine-conformance";
import { makeLocalRig } from "./make-local-rig";

engineConformance("local", makeLocalRig);
