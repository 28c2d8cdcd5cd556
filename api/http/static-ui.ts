import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";

const YEAR = 31_536_000;

/** Files of the built interface; any other page address is the interface's own and gets its start page. */
export function staticUi(directory: string): Router {
  const router = Router();
  const index = join(directory, "index.html");
  // Built assets carry their content's hash in their name.
  router.use(
    "/assets",
    express.static(join(directory, "assets"), { immutable: true, maxAge: YEAR * 1000, index: false }),
  );
  router.use(express.static(directory, { index: false, maxAge: 0 }));
  router.get("/{*page}", (request, response, next) => {
    if (/^\/(api|assets)(\/|$)/.test(request.path) || !existsSync(index)) {
      next();
      return;
    }
    // With a root only what lies below it counts as hidden: the build may be in a folder that begins with a dot.
    response.set("cache-control", "no-cache").sendFile("index.html", { root: directory });
  });
  return router;
}
