/** Whether this machine writes ⌘ where others write Ctrl. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** The key of an event as `shortcuts` writes it; null for what belongs to the browser. */
export function readKey(event: KeyboardEvent): string | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const [mod, other] = isMac() ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (altKey || other || event.isComposing) return null;
  if (!mod) return key;
  return shiftKey ? null : `Mod+${key.toUpperCase()}`;
}

const typed =
  "input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select, [contenteditable=''], [contenteditable=true], [role=textbox], [role=combobox], [role=listbox], [role=menu]";

/** Whether letters go into what has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typed) !== null;
}
