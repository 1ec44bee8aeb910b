import { getDoctor } from "../../activity/get-doctor";
import { getHealth } from "../../activity/get-health";
import { procedure, router } from "../trpc";

export const systemRouter = router({
  health: procedure.query(({ ctx }) => getHealth(ctx)),
  doctor: procedure.query(({ ctx }) => getDoctor(ctx)),
});
