/** The arrows between the layers (docs/architecture.md). A layer may import itself and what its list names. */
const anyPackage = "^node_modules/";
const nodeBuiltins = "^(node:)?[a-z_]+$|^(node:)?(fs|timers|stream|dns|readline|util|path)/[a-z_]+$";

const only = (layer, ...allowed) => ({
  name: `${layer}-allow-list`,
  severity: "error",
  from: { path: `^${layer}/` },
  to: { pathNot: [`^${layer}/`, ...allowed] },
});

const never = (name, from, to) => ({ name, severity: "error", from, to });

module.exports = {
  forbidden: [
    only("domain", "^node_modules/(zod|@noble/hashes|canonicalize)/"),
    only("workflows", "^domain/", "^node_modules/@temporalio/(workflow|common)/"),
    only("store", "^domain/", "^prisma/generated/", anyPackage, nodeBuiltins),
    only("prisma", "^domain/", "^store/", anyPackage, nodeBuiltins),
    only("workers", "^domain/", "^workflows/", "^store/", anyPackage, nodeBuiltins),
    only("api", "^domain/", "^workflows/messages\\.ts$", "^store/", anyPackage, nodeBuiltins),
    // vite.config.ts is a script of the build, not a part of the page.
    {
      ...only("admin-ui", "^domain/", anyPackage),
      from: { path: "^admin-ui/", pathNot: "^admin-ui/vite\\.config\\.ts$" },
    },
    only(
      "scripts",
      "^domain/(pipelines|lint|engine|campaign|rights)/",
      "^store/",
      "^prisma/seed/",
      "^workflows/(search-attributes|messages)\\.ts$",
      "^api/auth/",
      anyPackage,
      nodeBuiltins,
    ),
    never(
      "schemas-stay-at-the-edge",
      { path: "^domain/", pathNot: "^domain/(contracts|report|funding)/" },
      { path: "^node_modules/zod/" },
    ),
    never("one-door-to-the-tables", { pathNot: "^(store|prisma/generated)/" }, { path: "^prisma/generated/" }),
    never("one-door-to-prisma", { pathNot: "^(store|prisma)/" }, { path: "^node_modules/@prisma/" }),
    never("store-knows-no-transport", { path: "^store/" }, { path: "^node_modules/(express|@temporalio)/" }),
    never("nobody-imports-tests", { pathNot: "^tests/" }, { path: "^tests/" }),
    never("no-cycles", {}, { circular: true }),
    never("no-unresolved", { pathNot: "^prisma/generated/" }, { couldNotResolve: true }),
    never(
      "no-development-packages-at-run-time",
      { path: "^(domain|workflows|store|workers|api)/" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true, // an import of a type alone is an arrow too
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: ["node_modules", "prisma/generated"] },
    exclude: { path: ["\\.cache/", "\\.data/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
