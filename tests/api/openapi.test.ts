import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../../domain/contracts/index.ts";
import { openApiDocument } from "../../api/openapi.ts";
import { texts } from "../../api/texts/index.ts";
import { ask } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  responses: Record<string, object>;
  requestBody?: object;
}
const document = openApiDocument("http://trinh-ky.test") as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe("the OpenAPI document", () => {
  it("lists every operation of the contract, once", () => {
    expect(document.openapi).toMatch(/^3\.1/);
    const listed = operations.map(({ path, method, operation }) => [operation.operationId, `${method} ${path}`]);
    const contract = Object.entries(endpoints).map(([name, endpoint]) => [
      name,
      `${endpoint.method.toLowerCase()} /api/v1${endpoint.path}`,
    ]);
    expect(listed.sort()).toEqual(contract.sort());
  });

  it.each(operations)("describes the parameters and answers of $method $path", ({ path, operation, method }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = operation.parameters.filter((parameter) => parameter.in === "path");
    expect(described.map(({ name }) => name)).toEqual(inPath);
    expect(described.every(({ required, schema }) => required && Object.keys(schema).length > 0)).toBe(true);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["200", "default"]));
    expect(operation.requestBody !== undefined).toBe(method !== "get");
    expect(operation.summary).toMatch(/\S/);
  });
});

describe("texts", () => {
  it("exist in both languages under the same keys", () => {
    const keys = (value: object, path = ""): string[] =>
      Object.entries(value).flatMap(([key, item]) =>
        typeof item === "object" && item !== null ? keys(item as object, `${path}${key}.`) : [`${path}${key}`],
      );
    expect(keys(texts.en)).toEqual(keys(texts.vi));
  });
});

describe("the running server", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  it("serves the document, says it lives, and says it is ready", async () => {
    expect((await ask(stack.api.url, "/openapi.json")).body.info.title).toBe("Trình Ký");
    expect((await ask(stack.api.url, "/healthz")).body).toEqual({ status: "up" });
    expect(await ask(stack.api.url, "/readyz")).toMatchObject({ status: 200, body: { status: "up" } });
  });

  it("lets no page of ours run foreign code or be framed", async () => {
    const { headers } = await ask(stack.api.url, "/healthz");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});
