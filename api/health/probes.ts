import { Router } from "express";
import type { Deps } from "../deps.ts";
import { languageAsked } from "../http/language.ts";
import { texts } from "../texts/index.ts";
import { readiness } from "./parts.ts";

/** For machines: alive, and able to work. Without a session, so they say no more than which part is missing. */
export function probes(deps: Deps): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.set("cache-control", "no-store").json({ status: "up" });
  });
  router.get("/readyz", async (request, response) => {
    const language = languageAsked(request.headers["accept-language"]) ?? "vi";
    const parts = await readiness(deps, language);
    const down = parts.filter((part) => part.status === "down");
    const words = texts[language].readyz;
    const detail = down.length === 0 ? words.ready : words.down(down.map((part) => `${part.name}: ${part.detail}`));
    response
      .status(down.length === 0 ? 200 : 503)
      .set("cache-control", "no-store")
      .json({ status: down.length === 0 ? "up" : "down", detail, parts });
  });
  return router;
}
