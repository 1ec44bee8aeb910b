"use client";
import { Command as Cmdk } from "cmdk";
import type { ComponentProps, ReactNode } from "react";

/** A field over a list that is gone through with the arrow keys. What is in the list is up to the user of it. */
export function Command(props: ComponentProps<typeof Cmdk>) {
  return (
    <Cmdk
      data-slot="command"
      shouldFilter={false}
      vimBindings={false}
      loop
      className="flex min-h-0 flex-col"
      {...props}
    />
  );
}

export function CommandInput(props: ComponentProps<typeof Cmdk.Input>) {
  return (
    <Cmdk.Input
      data-slot="command-input"
      className="h-12 w-full bg-transparent text-base outline-none placeholder:text-muted"
      {...props}
    />
  );
}

export function CommandList({ children, label }: { children: ReactNode; label: string }) {
  return (
    <Cmdk.List
      data-slot="command-list"
      label={label}
      className="min-h-14 flex-1 overflow-y-auto overscroll-contain p-1.5"
    >
      {children}
    </Cmdk.List>
  );
}

export function CommandGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Cmdk.Group
      data-slot="command-group"
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Cmdk.Group>
  );
}

export function CommandItem(props: ComponentProps<typeof Cmdk.Item>) {
  return (
    <Cmdk.Item
      data-slot="command-item"
      className="flex min-h-9 cursor-pointer scroll-my-1.5 items-center gap-2.5 rounded-md px-2.5 py-1 text-sm data-[selected=true]:bg-hover data-[selected=true]:shadow-[inset_2px_0_0_var(--focus)] max-md:min-h-11"
      {...props}
    />
  );
}
