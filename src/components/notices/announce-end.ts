import type { RunEnd } from "./describe-end";

/** Shows the browser's notification of an ended run. False where it can't be shown. */
export function announceEnd({ run_id, title, body }: RunEnd): boolean {
  if (!("Notification" in window) || Notification.permission !== "granted") return false;
  const path = `/runs/${run_id}`;
  try {
    const notification = new Notification(title, { body, tag: `cosmos ${run_id}` });
    notification.onclick = () => {
      notification.close();
      // In a tab of its own: this one may hold what was typed.
      if (location.pathname === path) focus();
      else open(path);
    };
    return true;
  } catch {
    // Chromium on Android offers notifications to service workers only.
    return false;
  }
}
