"use client";
import { Kbd } from "../ui/kbd";
import { Panel } from "../ui/panel";
import type { PanelProps } from "./command-host";
import { isSingleKey } from "./match-keys";
import { isMac } from "./read-key";
import { type Shortcut, shortcuts } from "./shortcuts";
import { switchSingleKeys, useSingleKeys } from "./single-keys";

const groups = [...new Set(shortcuts.map(({ group }) => group))];

/** All shortcuts, and the switch for those that a stray key could trigger. */
export function ShortcutsPanel({ onClose }: PanelProps) {
  const on = useSingleKeys();
  return (
    <Panel label="Keyboard shortcuts" onClose={onClose}>
      <div className="flex items-center justify-between border-line border-b px-4 py-3">
        <h2 className="font-semibold text-lg">Keyboard shortcuts</h2>
        <button
          type="button"
          onClick={onClose}
          className="button-base h-7 px-2 text-muted text-xs hover:bg-hover hover:text-foreground"
        >
          Close
        </button>
      </div>
      <div className="gap-8 overflow-y-auto px-4 pt-4 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 font-medium text-muted text-xs">{group}</h3>
            <dl className="text-sm">
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map((shortcut) => (
                  <Row key={shortcut.label} shortcut={shortcut} on={on || !isSingleKey(shortcut)} />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="flex items-center justify-between gap-4 border-line border-t px-4 py-3 text-sm">
        <span>
          Shortcuts of single keys
          <span className="block text-muted text-xs">
            Off where speech input or another tool presses them. Kept in this browser.
          </span>
        </span>
        <input
          type="checkbox"
          role="switch"
          className="switch-control"
          checked={on}
          onChange={(event) => switchSingleKeys(event.target.checked)}
        />
      </label>
    </Panel>
  );
}

function Row({ shortcut: { keys, label }, on }: { shortcut: Shortcut; on: boolean }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4">
      <dt className={on ? undefined : "text-muted line-through"}>{label}</dt>
      <dd className="flex items-center gap-1">
        {!on && <span className="sr-only">Off: </span>}
        {keys.map((key) => (
          <Kbd key={key}>{key.replace("Mod", isMac() ? "⌘" : "Ctrl").replace("+", " ")}</Kbd>
        ))}
      </dd>
    </div>
  );
}
