import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "./support/person.ts";
import { signIn } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";
import { accounts } from "./support/accounts.ts";

const ID = "person-1";
const EMAIL = "Moi@Quangnam.example";
let stack: Stack;
let admin: Person;

beforeAll(async () => {
  stack = await startStack();
  admin = await stack.person(accounts.admin);
  const { pool } = stack.db;
  await pool.query(`INSERT INTO "Person" ("id", "name", "email") VALUES ($1, 'Chuyên viên mới đến', lower($2))`, [
    ID,
    EMAIL,
  ]);
  await pool.query(`INSERT INTO "Post" ("id", "personId", "unitCode", "role", "from")
    VALUES (gen_random_uuid(), '${ID}', 'SYT', 'specialist', '2026-01-01')`);
});
afterAll(() => stack.stop());

const send = (path: string, reason = "Nhận nhiệm vụ từ 01/12") =>
  admin.send("POST", `/people/${ID}/account${path}`, { reason });
/** Accents and đ are folded on both sides. */
const listed = async () => (await admin.get("/people?q=Chuyen Vien MOI DEN")).body.items;

describe("an account of a person of the directory", () => {
  it("is opened by an administrator, with a password that is shown once and opens the door", async () => {
    expect(await listed()).toMatchObject([{ id: ID, account: false, posts: [{ unit: "SYT", role: "specialist" }] }]);
    const opened = await send("");
    expect(opened).toMatchObject({ status: 200, body: { personId: ID } });
    expect(opened.body.password).toMatch(/^[\w-]{20}$/);
    const person = await signIn(stack.api.url, EMAIL, opened.body.password);
    expect((await person.get("/me")).body).toMatchObject({ personId: ID, grants: ["work"] });
    const [row] = await listed();
    expect(row).toMatchObject({ account: true });
    expect(JSON.stringify(row)).not.toContain(opened.body.password);
    expect(await send("")).toMatchObject({ status: 409, body: { code: "account-exists" } });
    await send("/end");
  });

  it("ends at once, with every session of it, and leaves person and posts as they were", async () => {
    const { body } = await send("");
    const person = await signIn(stack.api.url, EMAIL, body.password);
    expect(await send("/end", "Chuyển công tác")).toMatchObject({ status: 200, body: { personId: ID } });
    expect((await person.get("/me")).status).toBe(401);
    await expect(signIn(stack.api.url, EMAIL, body.password)).rejects.toThrow("401");
    expect(await listed()).toMatchObject([{ account: false, posts: [{ unit: "SYT" }] }]);
    expect(await send("/end")).toMatchObject({ status: 409, body: { code: "account-missing" } });
  });

  it("is made once, however many administrators ask at the same time", async () => {
    const statuses = (await Promise.all(Array.from({ length: 4 }, () => send("")))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409, 409]);
  });

  it("is not an administrator's own affair, nor a stranger's, and needs a reason", async () => {
    const own = await admin.send("POST", "/people/demo-skhcn-admin/account/end", { reason: "Thử" });
    expect(own).toMatchObject({ status: 409, body: { code: "own-account" } });
    expect((await admin.get("/me")).status).toBe(200);
    expect((await send("", "  ")).status).toBe(400);
    const nobody = await admin.send("POST", "/people/nobody/account", { reason: "Thử" });
    expect(nobody).toMatchObject({ status: 404, body: { code: "not-found" } });
  });
});
