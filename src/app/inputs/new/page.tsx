import type { Metadata } from "next";
import Link from "next/link";
import { InputUploader } from "@/components/inputs/upload/input-uploader";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";

export const metadata: Metadata = { title: "New input" };

export default function NewInputPage() {
  return (
    <>
      <PageHeader
        above={
          <Link href="/inputs" prefetch={false} className="hover:text-foreground">
            Inputs
          </Link>
        }
        title="New input"
      />
      <noscript>
        <Alert tone="strong" title="Uploading needs JavaScript" className="mb-4">
          <p>
            Without it, make a prompt on the command line; it brings a folder of the server in:{" "}
            <code className="font-mono text-xs">npx --no cosmos create prompt TEXT INPUT_DIR</code>
          </p>
        </Alert>
      </noscript>
      <InputUploader />
    </>
  );
}
