import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Clock } from "@/components/format/clock";
import { Shell } from "@/components/layout/shell";
import { isTheme, themeCookie } from "@/components/layout/theme";
import { describeOperations } from "@/components/operations/describe-operations";
import { OperationSymbols } from "@/components/operations/operation-symbols";
import { OperationsProvider } from "@/components/operations/operations-context";
import { TrpcProvider } from "@/trpc/provider";
import { version } from "../../package.json";
import "./globals.css";

// Every page shows rows as they are now.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Cosmos", template: "%s · Cosmos" },
  description: "Control plane for GPU video operations.",
  robots: { index: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9f9fb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e11" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const wished = (await cookies()).get(themeCookie)?.value;
  const theme = isTheme(wished) ? wished : "system";
  return (
    <html
      lang="en"
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        <OperationSymbols />
        <Clock rendered_at={Date.now()}>
          <OperationsProvider operations={describeOperations()}>
            <TrpcProvider>
              <Shell theme={theme} version={version}>
                {children}
              </Shell>
            </TrpcProvider>
          </OperationsProvider>
        </Clock>
      </body>
    </html>
  );
}
