/*
 * DATABASE_URL=… node --import tsx prisma/make-migration.ts <name>
 * Writes migrations/<time>_<name>/migration.sql from the difference between migrations/last.prisma (the schema as of
 * the last migration) and schema.prisma. Two texts are compared; the database is only asked for its version and may be
 * empty. There is no data-loss check here: read the SQL, and add by hand what Prisma cannot say (CHECKs, partial indexes, triggers).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

const migrations = join(import.meta.dirname, "migrations");
const last = join(migrations, "last.prisma");
const current = join(import.meta.dirname, "schema.prisma");

interface Wasm {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { __wbindgen_start(): void } };
}

// Prisma's own engine compiled to WASM: the binary of its CLI is a download that npm does not carry. Only browsers'
// types know WebAssembly.
function loadEngine(): void {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: Wasm };
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const panic = { set_message: (text: string) => process.stderr.write(`${text}\n`) };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panic });
  const module = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, ".wasm")));
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": engine });
  (engine as unknown as { __wbg_set_wasm(exports: object): void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

async function difference(): Promise<string> {
  loadEngine();
  const files = (path: string) => [{ path, content: readFileSync(path, "utf8") }];
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg(process.env["DATABASE_URL"] ?? ""));
  const differ = await engine.SchemaEngine.new(
    { datamodels: [[current, readFileSync(current, "utf8")]] },
    () => undefined,
    factory,
  );
  const { stdout } = await differ.diff({
    from: existsSync(last) ? { tag: "schemaDatamodel", files: files(last) } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: files(current) },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  } as unknown as engine.DiffParams);
  return stdout ?? "";
}

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error("name of the migration: lower-case letters, digits, _");
const sql = await difference();
const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join(migrations, `${time}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), sql);
writeFileSync(join(migrations, "migration_lock.toml"), `provider = "postgresql"\n`);
writeFileSync(last, readFileSync(current));
process.stdout.write(`${folder}/migration.sql\n`);
