import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { DEMO_PASSWORD } from "../../api/auth/demo-accounts.ts";

/** SCREENSHOTS=1 renews the pictures of the README. */
const folder = process.env.SCREENSHOTS ? "docs/screenshots" : ".cache/screenshots";
const pictures = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

/** One person at a screen: signs in as a desk, works by what the page says, never by its inner structure. */
export class Person {
  readonly page: Page;
  readonly #base: string;

  constructor(page: Page, base: string) {
    this.page = page;
    this.#base = base;
  }

  /** One person after the other at the same screen: whoever was signed in before is not any more. */
  static async signIn(browser: BrowserContext, base: string, email: string, password = DEMO_PASSWORD): Promise<Person> {
    await browser.clearCookies();
    const person = new Person(await browser.newPage(), base);
    await person.goTo("/login");
    await person.#enter(email, password);
    return person;
  }

  /** The session ran out: the page asks who it is. */
  async signInAgain(email: string): Promise<void> {
    await this.page.waitForURL(/\/login/);
    await this.#enter(email);
  }

  async #enter(email: string, password = DEMO_PASSWORD): Promise<void> {
    await this.page.getByLabel("Thư điện tử").fill(email);
    await this.page.getByLabel("Mật khẩu").fill(password);
    await this.page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await this.page.getByRole("button", { name: "Đăng xuất" }).waitFor();
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.#base}${path}`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" }).first();
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  async confirm(): Promise<void> {
    await this.dialog.getByRole("button", { name: /^Xác nhận/ }).click();
  }

  /** The receipt comes from the server; until it is shown nothing is decided. */
  async receipt(): Promise<string> {
    await this.dialog.getByText("Đã ghi nhận").waitFor();
    return this.dialog.innerText();
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: `${pictures}${name}.png`, animations: "disabled" });
  }

  /** The same page as a phone shows it. */
  async phonePicture(name: string): Promise<void> {
    await this.page.setViewportSize(phone);
    await this.picture(name);
    await this.page.setViewportSize(desk);
  }

  async leave(): Promise<void> {
    await this.page.close();
  }
}
