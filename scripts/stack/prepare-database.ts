import { seed } from "../../prisma/seed/main.ts";
import { migrate } from "../../store/migrate.ts";

/** A process of its own: node --import tsx scripts/stack/prepare-database.ts (DATABASE_URL, DEMO). */
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set");
await migrate(url, (line) => process.stdout.write(`${line}\n`));
await seed(url, { demo: process.env.DEMO !== "0" });
