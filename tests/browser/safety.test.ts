import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";

const hostile = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>';

describeInBrowser("text of operators and programs", () => {
  test("is shown as text, never run as HTML", async ({
    console: { server, submit, reached },
    open,
  }) => {
    const run = await submit({ say: hostile, video: "none" }, { name: hostile });
    await reached(run.id, "failed");
    const places = [
      "/",
      "/runs",
      `/runs?search=${encodeURIComponent(hostile)}`,
      `/runs/${run.id}`,
      "/prompts",
      `/prompts/${run.prompt_id}`,
    ];
    for (const scripts of [true, false]) {
      const page = await open(server.url, { scripts });
      for (const place of places) {
        await page.goto(server.url + place);
        await page.getByText("<img src=x onerror=").locator("visible=true").first().waitFor();
        expect(await page.locator("main img[src='x'], main script").count()).toBe(0);
      }
    }
    const page = await open(`${server.url}/runs/${run.id}`);
    const line = page.getByRole("log").getByText(hostile, { exact: true });
    await line.waitFor();

    expect(await line.innerText()).toBe(hostile);
    expect(await page.evaluate(() => "attacked" in window)).toBe(false);
  });
});
