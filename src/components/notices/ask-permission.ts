/** How this browser will tell: by a notification, or why only by a message on a page. */
export type NotifyMeans = "granted" | "denied" | "undecided" | "unsupported";

/** Asks the person whether notifications may be shown, if that is still open; call it on a click. */
export async function askPermission(): Promise<NotifyMeans> {
  if (!("Notification" in window)) return "unsupported";
  const answer =
    Notification.permission === "default"
      ? await Notification.requestPermission()
      : Notification.permission;
  return answer === "default" ? "undecided" : answer;
}
