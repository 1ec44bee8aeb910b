import { Upload } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { inputsHref, parseInputQuery } from "@/components/inputs/input-address";
import { InputFilterBar } from "@/components/inputs/input-filter-bar";
import { InputGrid } from "@/components/inputs/input-grid";
import { PageHeader } from "@/components/layout/page-header";
import { ReadProblem } from "@/components/layout/read-problem";
import type { SearchParams } from "@/components/runs/parse-run-filters";
import { buttonVariants } from "@/components/ui/button-variants";
import type { InputQuery } from "@/domain/inputs/input-query";
import { findInputs, type InputPage } from "@/server/inputs/find-inputs";
import { readForPage } from "../read-for-page";

export const metadata: Metadata = { title: "Inputs" };

export default async function InputsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const params = await searchParams;
  const query = parseInputQuery(params);
  // A form sends its empty fields, too: the address of what it asks for is shorter.
  if (Object.values(params).includes("")) redirect(inputsHref(query));
  const { data, problem } = await readForPage((ctx) => findInputs(ctx, query));
  if (!data) return <ReadProblem what="inputs">{problem}</ReadProblem>;
  const first = { ...query, after: undefined };
  return (
    <>
      <PageHeader
        title="Inputs"
        below={data.total > 0 ? countWords(data, query) : undefined}
        actions={
          <Link
            href="/inputs/new"
            prefetch={false}
            className={buttonVariants({ variant: "primary" })}
          >
            <Upload aria-hidden />
            Upload
          </Link>
        }
      />
      {data.total > 0 && <InputFilterBar key={inputsHref(query)} query={query} />}
      <InputGrid inputs={data.items} filtered={data.total > 0} />
      <nav aria-label="Pages" className="mt-4 flex justify-end gap-2">
        {query.after && (
          <Link href={inputsHref(first)} prefetch={false} className={buttonVariants()}>
            First page
          </Link>
        )}
        {data.next_after && (
          <Link
            href={inputsHref({ ...query, after: data.next_after })}
            prefetch={false}
            className={buttonVariants()}
          >
            Next page
          </Link>
        )}
      </nav>
    </>
  );
}

function countWords({ total, matching }: InputPage, { search, kind }: InputQuery): string {
  const all = `${total.toLocaleString("en")} ${total === 1 ? "input" : "inputs"}`;
  return search || kind ? `${matching.toLocaleString("en")} of ${all}` : all;
}
