import { defineConfig } from "prisma/config";

// The CLI refuses even `generate` without a schema-engine binary, which npm does not carry; node itself stands in for
// it, so that `prisma migrate …` fails loudly. (/bin/true would make `migrate deploy` succeed without doing anything.)
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "" },
});
