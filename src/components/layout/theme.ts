export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Name of the cookie, so that the server already renders the chosen theme. */
export const themeCookie = "cosmos_theme";

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}
