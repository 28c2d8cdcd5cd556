import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";

const run = promisify(execFile);
type Files = Record<string, string>;

/** Each wrong import in a folder of its own layer, with the rule that must name it. */
const wrong: [file: string, imported: string, rule: string][] = [
  ["domain/engine/reads-store.ts", "../../store/rows.ts", "domain-allow-list"],
  ["domain/engine/reads-disk.ts", "node:fs", "domain-allow-list"],
  ["domain/engine/parses.ts", "zod", "schemas-stay-at-the-edge"],
  ["workflows/reads-store.ts", "../store/rows.ts", "workflows-allow-list"],
  ["workflows/parses.ts", "zod", "workflows-allow-list"],
  ["store/answers.ts", "express", "store-knows-no-transport"],
  ["store/tests.ts", "../tests/desk.ts", "nobody-imports-tests"],
  ["store/proves.ts", "fast-check", "no-development-packages-at-run-time"],
  ["store/lost.ts", "./gone.ts", "no-unresolved"],
  ["workers/opens-tables.ts", "@prisma/client", "one-door-to-prisma"],
  ["api/runs-workflow.ts", "../workflows/case.ts", "api-allow-list"],
  ["api/calls-worker.ts", "../workers/post.ts", "api-allow-list"],
  ["api/opens-tables.ts", "../prisma/generated/client.ts", "one-door-to-the-tables"],
  ["admin-ui/src/calls-api.ts", "../../api/resource.ts", "admin-ui-allow-list"],
  ["scripts/starts-worker.ts", "../workers/post.ts", "scripts-allow-list"],
  ["prisma/seeds-by-api.ts", "../api/resource.ts", "prisma-allow-list"],
  ["domain/egg.ts", "./hen.ts", "no-cycles"],
];
const right: [file: string, imported: string][] = [
  ["domain/contracts/parses.ts", "zod"],
  ["workflows/asks-domain.ts", "../domain/engine/decide.ts"],
  ["api/sends.ts", "../workflows/messages.ts"],
  ["api/lists.ts", "../store/rows.ts"],
  ["admin-ui/src/asks-domain.ts", "../../domain/engine/decide.ts"],
];
const targets: Files = Object.fromEntries(
  ["store/rows", "workflows/case", "workflows/messages", "workers/post", "api/resource", "tests/desk"]
    .concat("prisma/generated/client", "domain/engine/decide")
    .map((name) => [`${name}.ts`, ""]),
);
const packages = {
  zod: "dependencies",
  express: "dependencies",
  "@prisma/client": "dependencies",
  "fast-check": "devDependencies",
};

describe("the arrows between the layers", () => {
  const folder = mkdtempSync(join(tmpdir(), "trinh-ky-arrows-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let broken: Map<string, string[]>;

  beforeAll(async () => {
    const imports = [...wrong, ...right].map(([file, imported]) => [file, `import "${imported}";`] as const);
    plant(folder, { ...targets, ...Object.fromEntries(imports), "domain/hen.ts": 'import "./egg.ts";' });
    broken = await brokenRules(folder);
  }, 60_000);

  it.each(wrong)("refuse %s importing %s: %s", (file, _imported, rule) => {
    expect(broken.get(file)).toContain(rule);
  });

  it.each(right)("let %s import %s", (file) => {
    expect(broken.get(file)).toBeUndefined();
  });
});

function plant(folder: string, files: Files): void {
  const fields: Record<string, Record<string, string>> = { dependencies: {}, devDependencies: {} };
  const all: Files = { ...files, "tsconfig.base.json": "{}" };
  for (const [name, field] of Object.entries(packages)) {
    fields[field]![name] = "1.0.0";
    all[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: "1.0.0", main: "index.js" });
    all[`node_modules/${name}/index.js`] = "";
  }
  all["package.json"] = JSON.stringify({ name: "planted", type: "module", ...fields });
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** By the importing file. */
async function brokenRules(folder: string): Promise<Map<string, string[]>> {
  const tool = join(projectRoot, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const layers = ["domain", "workflows", "store", "workers", "api", "admin-ui", "scripts", "prisma"];
  const args = ["--config", join(projectRoot, ".dependency-cruiser.cjs"), "--output-type", "json", ...layers];
  const { stdout } = await run(process.execPath, [tool, ...args], { cwd: folder }).catch(
    (error: { stdout: string }) => error, // it ends with the number of errors
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const broken = new Map<string, string[]>();
  for (const { from, rule } of summary.violations) broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  return broken;
}

describe("the linter", () => {
  const eslint = new ESLint({ cwd: projectRoot });
  /** The rules of a folder, asked with the text of a file that is there: types come from its project. */
  const rulesBroken = async (filePath: string, code: string) => {
    const [result] = await eslint.lintText(code, { filePath: join(projectRoot, filePath) });
    return result?.messages.map(({ ruleId }) => ruleId);
  };

  it.each([
    ["the clock", "export const now = Date.now();", "no-restricted-syntax"],
    ["the clock in a new date", "export const now = new Date();", "no-restricted-syntax"],
    ["randomness", "export const id = Math.random();", "no-restricted-syntax"],
    ["the machine's locale data", "export const words = new Intl.NumberFormat();", "no-restricted-globals"],
    ["the machine's randomness", "export const id = crypto.randomUUID();", "no-restricted-globals"],
  ])(
    "keeps %s out of the domain",
    async (_what, code, rule) => {
      expect(await rulesBroken("domain/engine/decide.ts", code)).toContain(rule);
    },
    60_000,
  );

  it("leaves a workflow its clock, which is the history's, and refuses it randomness", async () => {
    expect(await rulesBroken("workflows/campaign.ts", "export const now = Date.now();")).toEqual([]);
    expect(await rulesBroken("workflows/campaign.ts", "export const id = Math.random();")).toEqual([
      "no-restricted-syntax",
    ]);
  }, 60_000);

  it("refuses a promise nobody waits for, and an async validator", async () => {
    const floating = "const save = async (): Promise<void> => {};\nexport function act(): void {\n  save();\n}\n";
    const validator =
      "declare function setHandler(options: { validator: () => void }): void;\n" +
      "setHandler({ validator: async () => { await Promise.resolve(); } });\n";
    expect(await rulesBroken("store/db.ts", floating)).toContain("@typescript-eslint/no-floating-promises");
    expect(await rulesBroken("workflows/campaign.ts", validator)).toContain("@typescript-eslint/no-misused-promises");
  }, 60_000);
});
