import { toJSONSchema, type ZodType } from "zod";
import { problemSchema } from "../domain/contracts/common.ts";
import type { Endpoint } from "../domain/contracts/endpoint.ts";
import { endpoints } from "../domain/contracts/index.ts";

type Json = Record<string, unknown>;

const schemaOf = (schema: ZodType, io: "input" | "output"): Json => {
  const { $schema: _dialect, ...rest } = toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
};

const content = (schema: Json, type = "application/json"): Json => ({ [type]: { schema } });

function parametersOf(schema: ZodType | undefined, where: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: property,
  }));
}

const problem: Json = {
  description: "Problem (RFC 9457)",
  content: content({ $ref: "#/components/schemas/Problem" }, "application/problem+json"),
};

function operationOf(name: string, endpoint: Endpoint): Json {
  const accepted = endpoint.accepted && {
    description: "Taken; the outcome is not known yet",
    headers: { Location: { schema: { type: "string" }, description: "Where to ask for the receipt" } },
    content: content(schemaOf(endpoint.accepted, "output")),
  };
  return {
    operationId: name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.public ? { security: [] } : {}),
    parameters: [...parametersOf(endpoint.params, "path"), ...parametersOf(endpoint.query, "query")],
    ...(endpoint.body && { requestBody: { required: true, content: content(schemaOf(endpoint.body, "input")) } }),
    responses: {
      200: {
        description: "OK",
        content: content(schemaOf(endpoint.response, "output"), endpoint.csv ? "text/csv" : undefined),
      },
      ...(accepted ? { 202: accepted } : {}),
      default: problem,
    },
  };
}

function pathsOf(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = `/api/v1${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
  }
  return paths;
}

/** Made from the very contracts that parse each request: it cannot say anything else than what is served. */
export const openApiDocument = (publicUrl: string): Json => ({
  openapi: "3.1.1",
  info: { title: "Trình Ký", version: "1", description: "Durable approval pipelines for a Vietnamese province" },
  servers: [{ url: new URL(publicUrl).origin }],
  security: [{ session: [] }],
  paths: pathsOf(),
  components: {
    securitySchemes: { session: { type: "apiKey", in: "cookie", name: "trinh-ky.session_token" } },
    schemas: { Problem: schemaOf(problemSchema, "output") },
  },
});
