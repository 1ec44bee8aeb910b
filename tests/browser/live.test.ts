import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";

const recoveryMs = 60_000;

describeInBrowser("live", () => {
  test("a second tab sees what others start, as it goes", async ({ console: product, open }) => {
    const { server, client, submit, reached } = product;
    const first = await open(server.url);
    const second = await open(`${server.url}/runs`);
    for (const page of [first, second]) await page.getByText("Live", { exact: true }).waitFor();

    const run = await submit({ lines: 3, hang: true }, { name: "Started by another program" });
    for (const page of [first, second]) {
      const row = page.locator(`[data-run="${run.id}"][data-status="running"]`);
      await row.locator("[role=progressbar][aria-valuenow]").waitFor();
    }
    await client.runs.cancel.mutate({ id: run.id });
    await reached(run.id, "cancelled");

    for (const page of [first, second]) {
      await page.locator(`[data-run="${run.id}"][data-status="cancelled"]`).waitFor();
    }
  });

  test("a killed server: the page says that it is not up to date, and recovers by itself", async ({
    console: product,
    open,
  }) => {
    const { server, submit } = product;
    const run = await submit({ lines: 4000, pause_ms: 25 }, { name: "Goes on meanwhile" });
    await product.reached(run.id, "running");
    // While the server is gone its requests fail, which is what this is about.
    const troubled = { tolerant: true };
    const activity = await open(server.url, troubled);
    const page = await open(`${server.url}/runs/${run.id}`, troubled);
    const log = page.getByRole("log");
    await log
      .getByText(/^line \d+$/)
      .first()
      .waitFor();
    await page.getByText(/ lines, following$/).waitFor();
    await activity.getByText("Live", { exact: true }).waitFor();
    const typing = await open(`${server.url}/runs?status=failed`, troubled);
    await typing.getByText("Live", { exact: true }).waitFor();
    await typing.getByText("Save this view").click();
    const name = typing.getByLabel("Name", { exact: true });
    await name.fill("Typed before");

    await server.kill();
    for (const stale of [activity, page]) {
      await stale.getByText("Connection lost, reconnecting").waitFor({ timeout: recoveryMs });
    }
    await page.getByText("Reconnecting", { exact: true }).waitFor({ timeout: recoveryMs });
    expect(await activity.locator(`[data-run="${run.id}"]`).count()).toBe(1);
    await activity.getByText(/^Last news/).waitFor();
    // What was typed outlives an attempt to send it.
    await typing.getByRole("button", { name: "Save view" }).click();
    await typing.getByText("The server did not answer").waitFor({ timeout: recoveryMs });
    expect(await name.inputValue()).toBe("Typed before");

    await server.start();
    for (const fresh of [activity, page]) {
      await fresh.getByText("Live", { exact: true }).waitFor({ timeout: recoveryMs });
    }
    await typing.getByRole("button", { name: "Save view" }).click();
    await typing.locator("[aria-current]").getByText("Typed before").waitFor();
    const later = await submit({}, { name: "After the restart" });
    await activity.locator(`[data-run="${later.id}"]`).waitFor({ timeout: recoveryMs });
    // The log goes on where it stopped: every line once, in order.
    const numbers = async () =>
      (await log.locator("div.whitespace-pre").allInnerTexts())
        .map((line) => Number(/^line (\d+)$/.exec(line)?.[1]))
        .filter((number) => !Number.isNaN(number));
    const last = (await numbers()).at(-1) ?? 0;
    await expect
      .poll(async () => (await numbers()).at(-1), { timeout: recoveryMs })
      .toBeGreaterThan(last);
    const seen = await numbers();
    expect(seen).toEqual(seen.map((_, index) => (seen[0] ?? 0) + index));
  });
});
