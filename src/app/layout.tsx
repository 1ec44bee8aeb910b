import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Clock } from "@/components/format/clock";
import { Shell } from "@/components/layout/shell";
import { isTheme, type Theme, themeCookie } from "@/components/layout/theme";
import { describeOperations } from "@/components/operations/describe-operations";
import { OperationSymbols } from "@/components/operations/operation-symbols";
import { OperationsProvider } from "@/components/operations/operations-context";
import { version } from "../../package.json";
import "./globals.css";

// Every page shows rows as they are now.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Cosmos", template: "%s · Cosmos" },
  description: "Control plane for GPU video operations.",
  robots: { index: false },
};

const themeColors = { light: "#f9f9fb", dark: "#0d0e11" };

export async function generateViewport(): Promise<Viewport> {
  const theme = await readTheme();
  return {
    colorScheme: theme === "system" ? "light dark" : theme,
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: themeColors.light },
            { media: "(prefers-color-scheme: dark)", color: themeColors.dark },
          ]
        : themeColors[theme],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await readTheme();
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
            <Shell theme={theme} version={version}>
              {children}
            </Shell>
          </OperationsProvider>
        </Clock>
      </body>
    </html>
  );
}

async function readTheme(): Promise<Theme> {
  const wished = (await cookies()).get(themeCookie)?.value;
  return isTheme(wished) ? wished : "system";
}
