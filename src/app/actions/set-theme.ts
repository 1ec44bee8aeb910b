"use server";
import { cookies } from "next/headers";
import { isTheme, themeCookie } from "@/components/layout/theme";

/** Remembers the theme where scripts are off. */
export async function setTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  if (!isTheme(theme)) return;
  const jar = await cookies();
  jar.set(themeCookie, theme, { path: "/", maxAge: 365 * 86_400, sameSite: "lax" });
}
