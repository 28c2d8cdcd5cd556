import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const clock = {
  selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: "Time comes in as `now`.",
};
const arglessDate = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: "Time comes in as `now`.",
};
const calledDate = { selector: "CallExpression[callee.name='Date']", message: "Time comes in as `now`." };
const random = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: "Ids are built from business keys.",
};
const nondeterministic = ["crypto", "performance", "Intl"].map((name) => ({
  name,
  message: "Its answer depends on the machine or the moment: a replay would differ.",
}));

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      ".cache/",
      ".data/",
      "dist/",
      "prisma/generated/",
      "**/*.d.ts",
      ".dependency-cruiser.cjs",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // The fulfilment of an interface that answers promises is often synchronous.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["domain/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", clock, arglessDate, calledDate, random],
      "no-restricted-globals": ["error", ...nondeterministic],
    },
  },
  {
    // The SDK replaces Date.now() in a workflow by the time of its history.
    files: ["workflows/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", random],
      "no-restricted-globals": ["error", ...nondeterministic],
      "no-restricted-imports": ["error", { paths: [{ name: "@temporalio/workflow", importNames: ["uuid4"] }] }],
    },
  },
  { files: ["admin-ui/**/*.{ts,tsx}"], ...reactHooks.configs.flat["recommended-latest"] },
  { files: ["scripts/**", "tests/**", "bench/**", "prisma/seed/**"], rules: { "no-console": "off" } },
  {
    // Plain JavaScript that runs before the packages are there: what JSON.parse gives is checked by its JSDoc type.
    files: ["**/*.mjs"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "process",
          "console",
          "fetch",
          "AbortSignal",
          "URL",
          "setInterval",
          "clearInterval",
          "setTimeout",
          "clearTimeout",
        ].map((name) => [name, "readonly"]),
      ),
    },
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
);
