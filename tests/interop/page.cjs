// Opens pages of `plan report` in Chromium as they would be seen: on a telephone, at a desk, on paper, without their script.
//
//     NODE_PATH=FOLDER/node_modules node page.cjs PATH_TO_PLAN FOLDER_OF_THE_PLAN
//
// Needs playwright-core, axe-core and vnu-jar (npm), java and Chromium. Exit codes: 0 all as it should be, 1 something is not, 2 cannot work.
"use strict";

const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");
const axe = require("axe-core");
const vnu = require("vnu-jar");

const [binary, folder] = process.argv.slice(2);
if (!folder) {
  console.error("node page.cjs PATH_TO_PLAN FOLDER_OF_THE_PLAN");
  process.exit(2);
}

let looked = 0;
const check = (holds, what) => {
  looked += 1;
  if (!holds) {
    console.log(`page: ${what}`);
    process.exitCode = 1;
    throw new Error(what);
  }
};

const NAUGHTY = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></table><h1>x", "javascript:alert(1)"];

// A plan whose names are texts that break pages.
const naughty = (scratch) => {
  const own = path.join(scratch, "naughty");
  fs.mkdirSync(path.join(own, "data"), { recursive: true });
  const [a, b, c, d] = NAUGHTY.map((text) => `'${text}'`);
  fs.writeFileSync(
    path.join(own, "plan.toml"),
    `[plan]\nnumber = ${a}\nagency = ${b}\ntitle = ${c}\nissued = 2019-01-05\nyear = 2019\n[[unit]]\nid = "a"\nname = ${b}\n` +
      `[[form]]\nid = "f"\ntitle = ${a}\nevery = "month"\nprovenance = "reported"\nunits = ["a"]\ndue = { days = 5 }\n` +
      `measures = [{ id = "m", name = ${c}, kind = "flow" }, { id = "n", name = ${d}, kind = "flow" }]\n` +
      `[[indicator]]\nid = "i"\nname = ${a}\nnumerator = ["m"]\ndenominator = ["n"]\ncounts = ${c}\n` +
      `[[task]]\nno = 1\ntitle = ${b}\nlead = ["a"]\nschedule = "continuous"\ndeliverables = [${a}]\ntargets = [{ indicator = "i", at-least = 90 }]\n` +
      `[[index]]\nid = "x"\nname = ${a}\nsource = ${b}\n[[index.criterion]]\nno = "1"\nname = ${c}\nmax = 2\nrule = "linear"\nindicator = "i"\nowner = ["a"]\n`,
  );
  fs.writeFileSync(
    path.join(own, "data", "f.csv"),
    "period,unit,reported,m,n,note\n2019-01,a,2019-02-03,1,2,\n2019-02,a,2019-03-03,1,2,\n",
  );
  return own;
};

const write = (from, file, ...args) => {
  execFileSync(binary, ["-C", from, "report", ...args, "-o", file], { env: { ...process.env, SOURCE_DATE_EPOCH: "1609459200" } });
  return file;
};

const open = async (browser, file, options) => {
  const page = await (await browser.newContext(options)).newPage();
  const said = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href) said.push(`a request for ${request.url()}`);
  });
  page.on("dialog", (dialog) => said.push(`a dialog: ${dialog.message()}`));
  await page.goto(pathToFileURL(file).href);
  return { page, said };
};

const visible = (page) =>
  page.evaluate(() => [...document.querySelectorAll("tbody[id^=task-]")].filter((own) => !own.hidden).map((own) => own.dataset.no));

const usable = async (page, tasks) => {
  const all = await visible(page);
  check(all.length === tasks, `${all.length} tasks of ${tasks}`);
  const lead = await page.locator("#lead option").nth(1).textContent();
  await page.selectOption("#lead", { index: 1 });
  const led = await page.evaluate((name) => {
    const shown = [...document.querySelectorAll("tbody[id^=task-]")].filter((own) => !own.hidden);
    return shown.map((own) => own.dataset.lead.split("; ").includes(name));
  }, lead);
  check(led.length > 0 && led.every(Boolean), `the filter by ${lead}`);
  check((await page.textContent("#shown")) === String(led.length), "the number shown");
  await page.selectOption("#lead", { index: 0 });
  await page.selectOption("#verdict", { index: 1 });
  const kept = await visible(page);
  check(kept.length > 0 && kept.length <= tasks, "the filter by verdict");
  await page.selectOption("#verdict", { index: 0 });
  await page.selectOption("#sort", "rank");
  const ranks = await page.evaluate(() => [...document.querySelectorAll("tbody[id^=task-]")].map((own) => Number(own.dataset.rank)));
  check(ranks.every((rank, at) => at === 0 || ranks[at - 1] <= rank), "the order by verdict");
  await page.selectOption("#sort", "no");
  check(String(await visible(page)) === String(all), "the order of the plan again");
  await chosen(page);
};

// The criteria of an index: by who answers for them, and those that lose points, with what they are a part of.
const chosen = async (page) => {
  const rows = () =>
    page.evaluate(() => [...document.querySelectorAll(".points tr[data-no]")].filter((own) => own.offsetParent).map((own) => own.dataset.no));
  const index = page.locator(".points");
  const all = await rows();
  check(all.length === 18 && (await index.locator("output").textContent()) === "14", `criteria: ${all}`);
  await index.locator("select").selectOption("Đồng chí Thắng");
  check(String(await rows()) === "2,2.1,2.1.1,6", `of one: ${await rows()}`);
  await index.locator("input").check();
  const losing = await page.evaluate(() => document.querySelector("[data-no='2.1.1']").hasAttribute("data-loses"));
  check(String(await rows()) === (losing ? "2,2.1,2.1.1" : ""), `of one, losing: ${await rows()}`);
  const link = index.locator(".lost a").first();
  await link.click();
  check(String(await rows()) === String(all) && !(await index.locator("input").isChecked()), "a link shows what it leads to");
  check(await page.evaluate(() => document.querySelector(":target").offsetParent !== null), "a link leads somewhere");
};

const looks = async (browser, file, tasks) => {
  for (const width of [390, 1280]) {
    const { page, said } = await open(browser, file, { viewport: { width, height: 844 } });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(wide <= width, `${file} at ${width}: ${wide} wide`);
    await usable(page, tasks);
    if (width === 390) {
      const lowest = await page.evaluate(() => document.querySelector(".decide li:last-child a, .decide p").getBoundingClientRect().top);
      check(lowest < 844, `what is to be decided begins at ${lowest}`);
    } else {
      const button = page.locator("th[data-key=due] button");
      await button.click();
      check((await page.getAttribute("th[data-key=due]", "aria-sort")) === "ascending", "a head sorts");
    }
    check(said.length === 0, `${file}: ${said}`);
    await page.context().close();
  }
  const bare = await open(browser, file, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  const script = await open(browser, file, { viewport: { width: 390, height: 844 } });
  for (const own of [bare, script]) {
    own.text = (await own.page.locator("main").allInnerTexts()).join("\n");
    own.rows = await own.page.locator("tbody[id^=task-]").count();
  }
  check(bare.rows === tasks && (await bare.page.locator(".controls:visible").count()) === 0, "without the script: all tasks, no dead controls");
  // On paper what is folded in is there, with the script and without it.
  for (const own of [bare, script]) {
    const pdf = path.join(os.tmpdir(), `plan-page-${process.pid}.pdf`);
    await own.page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
    const text = execFileSync("pdftotext", ["-layout", pdf, "-"]).toString().normalize("NFC");
    const size = execFileSync("pdfinfo", [pdf]).toString();
    fs.rmSync(pdf);
    check(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/.test(size) || size.includes("A4"), "A4 paper");
    check(text.includes("Sản phẩm “") || text.includes("Deliverable \"") , "explanations are printed");
    await own.page.context().close();
  }
};

const accessible = async (browser, file) => {
  for (const width of [390, 1280]) {
    const { page } = await open(browser, file, { viewport: { width, height: 844 }, bypassCSP: true });
    await page.addScriptTag({ content: axe.source });
    for (const opened of [false, true]) {
      await page.evaluate((own) => document.querySelectorAll("details").forEach((each) => { each.open = own; }), opened);
      const { violations } = await page.evaluate(() => axe.run());
      const bad = violations.filter((own) => ["serious", "critical"].includes(own.impact));
      check(bad.length === 0, `${file} at ${width}: ${bad.map((own) => `${own.id} ${own.nodes[0].html}`)}`);
    }
    await page.context().close();
  }
};

const main = async () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "plan-page-"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  try {
    const files = [];
    for (const period of ["2019-Q1", "2019-H1", "2019-9M", "2019"]) {
      files.push(write(folder, path.join(scratch, `${period}.html`), "--period", period));
    }
    files.push(write(folder, path.join(scratch, "en.html"), "--period", "2019", "--lang", "en"));
    const odd = write(naughty(scratch), path.join(scratch, "naughty.html"), "--period", "2019-Q1");
    execFileSync("java", ["-jar", vnu, "--errors-only", ...files, odd], { stdio: ["ignore", "ignore", "inherit"] });
    looked += files.length + 1;
    for (const file of files) {
      await looks(browser, file, 14);
      await accessible(browser, file);
    }
    const { page, said } = await open(browser, odd, { viewport: { width: 390, height: 844 } });
    check(said.length === 0, `texts do something: ${said}`);
    const text = await page.locator("body").evaluate((own) => own.textContent);
    for (const own of NAUGHTY.slice(0, 3)) check(text.includes(own), `${own} is lost`);
    console.log(`page: ${files.length + 1} pages in Chromium, ${looked} checks; vnu and axe find nothing`);
  } finally {
    await browser.close();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
};

main().catch((error) => {
  console.log(`page: ${error.stack}`);
  process.exit(1);
});
