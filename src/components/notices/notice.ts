/** What is told about something that was done. */
export interface Notice {
  /** One sentence. */
  text: string;
  tone?: "danger";
  /** Takes it back, where the server can. */
  undo?: () => void;
  /** Where to see more. */
  link?: { label: string; href: string };
}
