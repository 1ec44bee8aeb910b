"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { navItems } from "./nav-items";

/** Beside the page on wide screens, below it on phones. */
export function Nav() {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:static md:border-0 md:bg-transparent md:pb-0"
    >
      <ul className="grid grid-cols-4 md:flex md:flex-col md:gap-0.5">
        {navItems.map(({ href, label, icon: Icon }) => {
          const here = href === "/" ? pathname === "/" : pathname.startsWith(href);
          return (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                aria-current={here ? "page" : undefined}
                className="flex h-14 flex-col items-center justify-center gap-1 font-medium text-muted text-xs hover:text-foreground focus-visible:-outline-offset-2 aria-[current]:text-foreground md:h-8 md:flex-row md:justify-start md:gap-2.5 md:rounded-md md:px-2.5 md:text-sm md:hover:bg-hover md:aria-[current]:bg-hover"
              >
                <Icon aria-hidden className="size-5 md:size-4" />
                {label}
                <Pending />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Says that the page is on its way; there is no loading page, so that pages work without scripts. */
function Pending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden
      className={`-mt-1 size-1.5 rounded-full bg-focus md:mt-0 md:ml-auto ${pending ? "breathing" : "invisible"}`}
    />
  );
}
