import type { Metadata } from "next";
import { InputGrid } from "@/components/inputs/input-grid";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import { listInputs } from "@/server/inputs/list-inputs";
import { readForPage } from "../read-for-page";

export const metadata: Metadata = { title: "Inputs" };

export default async function InputsPage() {
  const { data, problem } = await readForPage(listInputs);
  if (!data) return <ReadProblem what="inputs">{problem}</ReadProblem>;
  return (
    <>
      <PageHeader title="Inputs" />
      <InputGrid inputs={data.items} />
    </>
  );
}
