import type { Metadata } from "next";
import { InputGrid } from "@/components/inputs/input-grid";
import { PageHeader } from "@/components/layout/page-header";
import { Problem } from "@/components/layout/problem";
import { listInputs } from "@/server/inputs/list-inputs";
import { readForPage } from "../read-for-page";

export const metadata: Metadata = { title: "Inputs" };

export default async function InputsPage() {
  const { data, problem } = await readForPage(listInputs);
  if (!data) return <Problem title="The inputs can't be shown">{problem}</Problem>;
  return (
    <>
      <PageHeader title="Inputs" />
      <InputGrid inputs={data.items} />
    </>
  );
}
