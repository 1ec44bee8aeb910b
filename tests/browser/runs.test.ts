import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";

describeInBrowser("what can be done with a run", () => {
  test("a failed one says on top why and what to do, and can be retried", async ({
    console: { server, client, submit, reached },
    open,
  }) => {
    const { id } = await submit({ say: "the last words", video: "none" }, { name: "No result" });
    await reached(id, "failed");
    const page = await open(`${server.url}/runs/${id}`);

    const why = page.getByRole("region", { name: "Why it failed" });
    const { error_message } = await client.runs.get.query({ id });
    expect(await why.innerText()).toContain(error_message);
    expect(await why.innerText()).toMatch(/The end of the log/);
    const { y: whyTop = 0 } = (await why.boundingBox()) ?? {};
    const { y: logTop = 0 } = (await page.getByRole("log").boundingBox()) ?? {};
    expect(whyTop).toBeLessThan(logTop);
    await page.getByRole("log").getByText("the last words").waitFor();

    await page.getByRole("button", { name: "Retry" }).click();
    await page.waitForURL((url) => url.pathname !== `/runs/${id}`);
    const retried = await client.runs.get.query({ id: page.url().split("/").at(-1) ?? "" });
    expect(retried.execution_config.retry_of_run_id).toBe(id);
    await page.getByRole("link", { name: id }).waitFor();
  });

  test("a running one can be cancelled", async ({
    console: { server, client, submit, reached },
    open,
  }) => {
    const { id } = await submit({ lines: 3, hang: true }, { name: "Without end" });
    await reached(id, "running");
    const page = await open(`${server.url}/runs/${id}`);

    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Cancelled", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: "Retry" }).waitFor();
    expect((await client.runs.get.query({ id })).status).toBe("cancelled");
  });

  test("deleting one asks first", async ({
    console: { server, client, submit, reached },
    open,
  }) => {
    const { id } = await submit({}, { name: "To be deleted" });
    await reached(id, "completed");
    const page = await open(`${server.url}/runs/${id}`);
    const dialog = page.getByRole("dialog", { name: "Delete this run?" });

    await page.getByRole("link", { name: "Delete" }).click();
    await dialog.waitFor();
    await dialog.getByRole("link", { name: "Keep it" }).click();
    await dialog.waitFor({ state: "detached" });
    expect((await client.runs.get.query({ id })).status).toBe("completed");

    await page.getByRole("link", { name: "Delete" }).click();
    await dialog.getByRole("button", { name: "Delete run" }).click();
    await page.waitForURL(`${server.url}/runs`);
    await expect(client.runs.get.query({ id })).rejects.toThrow(`no run "${id}"`);
  });
});

describeInBrowser("refused input", () => {
  test("a blank prompt gets one clear sentence, and nothing typed is lost", async ({
    console: { server, client },
    open,
  }) => {
    const before = await client.prompts.list.query();
    const page = await open(`${server.url}/prompts`);
    await page.getByLabel("Text", { exact: true }).fill("   ");
    await page.getByLabel("Negative text").fill("no people");
    await page.getByLabel("Name").fill("Rain, twice");

    await page.getByRole("button", { name: "Create prompt" }).click();
    const refusal = page.locator("#prompt_text-error");
    await refusal.waitFor();

    expect(await refusal.innerText()).toMatch(/^Prompt text [^.]+\.$/);
    expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe("   ");
    expect(await page.getByLabel("Negative text").inputValue()).toBe("no people");
    expect(await page.getByLabel("Name").inputValue()).toBe("Rain, twice");
    expect((await client.prompts.list.query()).items).toHaveLength(before.items.length);
  });

  test("so does one that a browser without scripts sent", async ({ console: { server }, open }) => {
    const page = await open(`${server.url}/prompts`, { scripts: false });
    await page.getByLabel("Text", { exact: true }).fill("   ");
    await page.getByLabel("Negative text").fill("no people");

    await page.getByRole("button", { name: "Create prompt" }).click();

    expect(await page.locator("#prompt_text-error").innerText()).toMatch(/^Prompt text [^.]+\.$/);
    expect(await page.getByLabel("Negative text").inputValue()).toBe("no people");
  });

  test("a weight that no control takes is explained, and the other settings stay", async ({
    console: { server, client, write },
    open,
  }) => {
    const prompt_id = await write({}, "Weights");
    const page = await open(`${server.url}/prompts/${prompt_id}`);
    await page.getByLabel("Visual", { exact: true }).fill("1.1");
    await page.getByLabel("Seed").fill("7");
    // The browser's own check is not what is asked here.
    await page.locator("#start form").evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });

    await page.locator("#start").getByRole("button", { name: "Transfer" }).click();
    const refusal = page.locator("#start").getByRole("alert");
    await refusal.waitFor();

    expect(await refusal.innerText()).toMatch(/Visual.*1/);
    expect(await page.getByLabel("Visual", { exact: true }).inputValue()).toBe("1.1");
    expect(await page.getByLabel("Seed").inputValue()).toBe("7");
    expect((await client.runs.list.query({ prompt_id })).items).toEqual([]);
  });
});
