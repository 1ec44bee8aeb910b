import type { ContainerNeeds } from "../define-model";

/** Where the images of Cosmos keep the model's own source. */
const workspace = "/workspace";

/** Folder of the checkpoints, as those images see it. */
export const checkpoints = `${workspace}/checkpoints`;

/** What every container of the Cosmos models is given. */
export const cosmosContainer: ContainerNeeds = {
  workdir: workspace,
  env: {
    PYTHONPATH: workspace,
    PYTHONUNBUFFERED: "1",
    PYTHONDONTWRITEBYTECODE: "1",
    OMP_NUM_THREADS: "8",
    TOKENIZERS_PARALLELISM: "false",
    TQDM_MININTERVAL: "2",
    TQDM_NCOLS: "80",
    PYTORCH_CUDA_ALLOC_CONF: "expandable_segments:True",
    HF_HOME: "/root/.cache/huggingface",
  },
  shmBytes: 16 * 2 ** 30,
  network: false,
  mounts: [
    { setting: "COSMOS_CHECKPOINTS_DIR", target: checkpoints, readonly: true },
    { setting: "COSMOS_CACHE_DIR", target: "/root/.cache/huggingface", readonly: false },
  ],
};

/** The same for models that find all they need in the mounted folders, and look nowhere else. */
export const offlineCosmosContainer: ContainerNeeds = {
  ...cosmosContainer,
  env: { ...cosmosContainer.env, HF_HUB_OFFLINE: "1", TRANSFORMERS_OFFLINE: "1" },
};
