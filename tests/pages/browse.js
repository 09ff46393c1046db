// node browse.js MODULES BROWSER PAGE...: opens each page in a browser, prints what was found as JSON, a key a page.
const [modules, browser, ...pages] = process.argv.slice(2);
const { chromium } = require(`${modules}/playwright-core`);
const path = require("path");
const url = require("url");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = ["light", "dark"].flatMap((colorScheme) => [1280, 390].map((width) => ({ colorScheme, width })));

// A page that notes what it logs and what it asks for beyond its own file.
async function open(context, address) {
  const page = await context.newPage();
  const heard = [];
  page.on("console", (message) => heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error}`));
  page.on("request", (asked) => {
    if (!asked.url().startsWith("data:") && asked.url() !== address) heard.push(`request: ${asked.url()}`);
  });
  await page.goto(address);
  return { page, heard };
}

async function look(chrome, address, { colorScheme, width }) {
  const context = await chrome.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
  const { page, heard } = await open(context, address);
  await page.addScriptTag({ path: `${modules}/axe-core/axe.min.js` });
  const run = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), TAGS);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await context.close();
  const violations = run.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).slice(0, 3)}`);
  return { look: `${colorScheme} ${width}`, violations, passes: run.passes.length, heard, overflow: Math.max(0, wide) };
}

const inView = (page, id) => page.evaluate((id) => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}, id);
const focus = (page, what) => page.evaluate((what) => document.activeElement.getAttribute(what), what);
const onCitation = (page) => page.evaluate(() => document.activeElement.matches(".citation"));
const card = (page) => page.evaluate(() => {
  const found = document.activeElement.closest(".cite")?.querySelector(".card");
  return Boolean(found && found.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
});

// From the top of the page to a citation, its card, its passage and back, with the keyboard alone.
async function keys(chrome, address) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, heard } = await open(context, address);
  const steps = { heard };
  for (let i = 0; i < 200 && !(await onCitation(page)); i += 1) await page.keyboard.press("Tab");
  steps.reached = await onCitation(page);
  if (steps.reached) {
    const target = (await focus(page, "href")).slice(1);
    const citation = await focus(page, "data-citation");
    await page.waitForTimeout(300);
    steps.shown = await card(page);
    steps.whole = await page.evaluate(() => {
      const cite = document.activeElement.closest(".cite");
      scrollBy(0, cite.getBoundingClientRect().bottom - innerHeight + 40);
      document.activeElement.blur();
      cite.querySelector("a").focus({ preventScroll: true });
      const box = cite.querySelector(".card").getBoundingClientRect();
      return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
    });
    await page.keyboard.press("Escape");
    await page.waitForTimeout(300);
    steps.dismissed = !(await card(page));
    await page.keyboard.press("Enter");
    await page.waitForTimeout(700);
    steps.opened = page.url().endsWith(`#${target}`) && (await inView(page, target));
    for (let i = 0; i < 40 && (await focus(page, "data-back")) !== citation; i += 1) await page.keyboard.press("Tab");
    steps.wayBack = (await focus(page, "data-back")) === citation;
    await page.keyboard.press("Enter");
    await page.waitForTimeout(700);
    steps.returned = page.url().endsWith(`#${citation}`) && (await inView(page, citation));
  }
  await context.close();
  return steps;
}

(async () => {
  const chrome = await chromium.launch({
    executablePath: browser,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const found = {};
  for (const file of pages) {
    const address = url.pathToFileURL(path.resolve(file)).href;
    found[file] = { looks: [], keys: await keys(chrome, address) };
    for (const each of LOOKS) found[file].looks.push(await look(chrome, address, each));
  }
  await chrome.close();
  console.log(JSON.stringify(found));
})();
