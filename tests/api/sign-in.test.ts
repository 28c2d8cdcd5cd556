import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../api/auth/demo-accounts.ts";
import { accounts } from "./support/accounts.ts";
import { ask, personWith, signIn } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ env: { SIGN_IN_LIMIT: "12" } });
});
afterAll(() => stack.stop());

const credentials = { email: accounts.clerk, password: DEMO_PASSWORD };
const signInPath = "/api/auth/sign-in/email";
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(stack.api.url, path, { method: "POST", body, headers });

describe("signing in", () => {
  it("gives a session in a cookie that scripts and other sites cannot use", async () => {
    const answer = await post(signInPath, credentials);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(answer.status).toBe(200);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const me = await personWith(stack.api.url, cookie.split(";")[0] ?? "").get("/me");
    expect(me.body).toMatchObject({
      email: accounts.clerk,
      posts: [{ unit: "SYT", role: "specialist" }],
      grants: ["work"],
    });
  });

  it("works for an address typed in capitals", async () => {
    const answer = await post(signInPath, { ...credentials, email: accounts.clerk.toUpperCase() });
    expect(answer.status).toBe(200);
  });

  it("with a wrong password says no more than for an unknown address", async () => {
    const wrong = await post(signInPath, { ...credentials, password: "not the password" }, { "accept-language": "vi" });
    const unknown = await post(
      signInPath,
      { ...credentials, email: "ai.do@demo.trinhky.vn" },
      { "accept-language": "vi" },
    );
    expect(wrong).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
    expect(wrong.body.title).toBe("Thư điện tử hoặc mật khẩu không đúng");
    const { instance: _a, ...first } = wrong.body;
    const { instance: _b, ...second } = unknown.body;
    expect(first).toEqual(second);
  });

  it("from a foreign site is refused, and so is a command with a person's cookie", async () => {
    const foreign = { origin: "https://elsewhere.example" };
    expect(await post(signInPath, credentials, foreign)).toMatchObject({
      status: 403,
      body: { code: "foreign-origin" },
    });
    const clerk = await signIn(stack.api.url, accounts.clerk);
    const answer = await clerk.send("POST", "/notices/read", { ids: [] }, foreign);
    expect(answer).toMatchObject({ status: 403, body: { code: "foreign-origin" } });
    expect((await clerk.send("POST", "/notices/read", { ids: [] })).status).toBe(200);
  });

  it("is the only way in: nobody can sign up, and without a session nothing is shown", async () => {
    const signUp = await post("/api/auth/sign-up/email", { ...credentials, email: "moi@demo.trinhky.vn", name: "Mới" });
    expect(signUp.status).toBeGreaterThanOrEqual(400);
    for (const path of ["/me", "/cases", "/inbox", "/health/parts", "/units"]) {
      expect(await ask(stack.api.url, `/api/v1${path}`)).toMatchObject({
        status: 401,
        body: { code: "sign-in-needed" },
      });
    }
    expect((await ask(stack.api.url, "/api/v1/demo-accounts")).body.length).toBeGreaterThan(5);
  });

  it("ends with signing out", async () => {
    const clerk = await signIn(stack.api.url, accounts.clerk);
    const out = await clerk.raw("/../auth/sign-out", { method: "POST", body: {} });
    expect(out.status).toBe(200);
    expect((await clerk.get("/me")).status).toBe(401);
  });

  it("a post that ended gives no right from the next request on", async () => {
    const reviewer = await signIn(stack.api.url, accounts.reviewer);
    expect((await reviewer.get("/me")).body.grants).toContain("decide");
    await stack.db.pool.query(`UPDATE "Post" SET "to" = CURRENT_DATE - 1 WHERE "personId" = 'demo-syt-division-head'`);
    expect((await reviewer.get("/me")).body.grants).toEqual([]);
  });

  it("is slowed down after too many attempts, whatever address the client claims to have", async () => {
    const tries = Array.from({ length: 12 }, (_, index) =>
      post(signInPath, { ...credentials, password: "guess" }, { "x-app-client-ip": `10.0.0.${index}` }),
    );
    await Promise.all(tries);
    const answer = await post(signInPath, credentials);
    expect(answer).toMatchObject({ status: 429, body: { code: "too-many-attempts" } });
  });
});
