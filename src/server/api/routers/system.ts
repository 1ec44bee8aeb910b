import { getHealth } from "../../activity/get-health";
import { procedure, router } from "../trpc";

export const systemRouter = router({
  health: procedure.query(({ ctx }) => getHealth(ctx)),
});
