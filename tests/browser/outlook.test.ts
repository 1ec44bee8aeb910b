import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";

describeInBrowser("a form that starts a run", () => {
  test("says what the result would measure, without JavaScript too", async ({
    console: product,
    open,
  }) => {
    const { server, client, write, submit, reached } = product;
    const prompt_id = await write({}, "Sizes");
    const page = await open(`${server.url}/prompts/${prompt_id}`, { scripts: false });

    const outlook = page.getByRole("region", { name: "Size of the result" });
    await page.getByText("Size with each model").click();
    expect(await outlook.innerText()).toMatch(/Cosmos Transfer 1\s+1280x704, \d+ frames at 12 fps/);

    const { id } = await submit({}, { prompt_id });
    await reached(id, "completed");
    const { outputs } = await client.runs.get.query({ id });
    await page.goto(`${server.url}/prompts/${prompt_id}?start=upscale`);
    await page.getByText("Size with each model").click();
    expect(await outlook.innerText()).toContain(
      `${Number(outputs.width) * 2}x${Number(outputs.height) * 2}`,
    );
  });
});
