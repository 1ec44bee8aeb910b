import { upscale } from "@/domain/operations/upscale";
import { checkConfig } from "../check-config";
import { usageError } from "../cli-error";
import { configFields } from "../config-fields";
import { configOption, readConfig } from "../config-options";
import type { OperationExtras } from "./run-operation";

// Called --upscale-weight here, to tell it from the weights of the transfer itself.
const fields = configFields(upscale)
  .filter(({ key }) => key === "control_weight")
  .map((field) => ({ ...field, flag: "upscale-weight" }));

/** `inference --upscale`: a second run enlarges the result as soon as it is there. */
export const upscaleExtras: OperationExtras = {
  addOptions: (command) => {
    command.option("--upscale", "enlarge the result in a second run, which follows by itself");
    for (const field of fields) command.addOption(configOption(field));
  },
  amend: (request, options) => {
    const config = readConfig(fields, options);
    if (options.upscale !== true) {
      if (Object.keys(config).length > 0) throw usageError("--upscale-weight needs --upscale.");
      return request;
    }
    checkConfig(upscale, config, fields);
    return { ...request, children: [{ model_type: upscale.type, execution_config: config }] };
  },
};
