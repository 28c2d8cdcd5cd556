import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../bootstrap/project-root.mjs";
import type { SearchAttributes } from "./temporal-namespace.ts";

export async function searchAttributesOfProject(): Promise<SearchAttributes> {
  const file = join(projectRoot, "workflows/search-attributes.ts");
  if (!existsSync(file)) return {};
  return ((await import(pathToFileURL(file).href)) as { searchAttributes: SearchAttributes }).searchAttributes;
}
