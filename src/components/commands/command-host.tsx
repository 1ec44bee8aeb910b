"use client";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ComponentType, useState, useSyncExternalStore } from "react";
import { Kbd } from "../ui/kbd";
import { focusSearch } from "./focus-search";
import { moveRow, selectRow } from "./move-row";
import { isMac } from "./read-key";
import type { Deed } from "./shortcuts";
import { useShortcuts } from "./use-shortcuts";

type PanelName = "palette" | "shortcuts";

export interface PanelProps {
  onClose: () => void;
  onOpen: (name: PanelName) => void;
}

/** Loaded when first opened, so that no page carries them. */
const panels: Record<PanelName, () => Promise<ComponentType<PanelProps>>> = {
  palette: () => import("./palette").then(({ Palette }) => Palette),
  shortcuts: () => import("./shortcuts-panel").then(({ ShortcutsPanel }) => ShortcutsPanel),
};

interface Opened {
  name: PanelName;
  Panel: ComponentType<PanelProps>;
}

/** The button that opens the palette, and all that the keyboard does on every page. */
export function CommandHost() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failed, setFailed] = useState(false);
  const router = useRouter();
  const platform = useSyncExternalStore(
    never,
    () => (isMac() ? "Meta" : "Control"),
    () => null,
  );

  const close = () => setOpened(null);
  const open = async (name: PanelName) => {
    if (opened?.name === name) return close();
    try {
      const Panel = await panels[name]();
      setOpened({ name, Panel });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const perform = (deed: Deed) => {
    if ("open" in deed) void open(deed.open);
    else if ("go" in deed) router.push(deed.go);
    else if ("focus" in deed) focusSearch() || void open("palette");
    else if (deed.row === "select") selectRow();
    else moveRow(deed.row);
  };
  useShortcuts(perform);

  return (
    <>
      <button
        type="button"
        onClick={() => void open("palette")}
        onPointerEnter={() => void panels.palette().catch(never)}
        // Only once the key is listened for.
        aria-keyshortcuts={platform ? `${platform}+K` : undefined}
        className="mr-3 ml-auto flex size-10 items-center justify-center gap-2 rounded-md border-line text-muted text-sm hover:bg-hover hover:text-foreground md:mx-0 md:h-8 md:w-full md:justify-start md:border md:bg-surface md:px-2.5 noscript:hidden"
      >
        <Search aria-hidden className="size-4" />
        <span className="max-md:sr-only">
          Search<span className="sr-only"> and commands</span>
        </span>
        <span aria-hidden className="ml-auto max-md:hidden">
          <Kbd>{platform === "Meta" ? "⌘ K" : "Ctrl K"}</Kbd>
        </span>
      </button>
      {failed && (
        <p role="alert" className="px-2.5 text-danger text-xs">
          The server is out of reach.
        </p>
      )}
      {opened && (
        <opened.Panel key={opened.name} onClose={close} onOpen={(name) => void open(name)} />
      )}
    </>
  );
}

const never = () => () => undefined;
