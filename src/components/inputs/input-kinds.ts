export { kindLabels as inputKindLabels } from "@/domain/inputs/kind-labels";
