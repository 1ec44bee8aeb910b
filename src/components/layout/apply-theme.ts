import { type Theme, themeCookie } from "./theme";

const YEAR_SECONDS = 365 * 86_400;

/** Told after the theme of this page has changed. */
export const themeChanged = new EventTarget();

/** Shows a theme now and remembers it, so that the server renders the next page in it. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // The server reads it, so it can't be kept where only scripts look.
  document.cookie = `${themeCookie}=${theme};path=/;max-age=${YEAR_SECONDS};samesite=lax`;
  themeChanged.dispatchEvent(new Event("change"));
}
