import { array, boolean, object, string, type infer as Infer } from "zod";
import { pageOf, pageQuery, postViewSchema, requiredText, text } from "./common.ts";
import { endpoint } from "./endpoint.ts";

/** A person of the directory, and whether they can sign in. */
export const personSchema = object({
  id: string(),
  name: string(),
  email: string(),
  posts: array(postViewSchema),
  account: boolean(),
});

export type PersonView = Infer<typeof personSchema>;

const byPerson = object({ personId: string().min(1).max(120) }).strict();
/** Why, for the log: an account is a door to somebody's signature. */
const because = object({ reason: requiredText(500) }).strict();

/** Sign-in accounts. Who a person is and which posts they hold is the directory's; an account only opens the door. */
export const accountEndpoints = {
  listPeople: endpoint({
    method: "GET",
    path: "/people",
    tag: "accounts",
    summary: "People of the directory with their posts, and whether they can sign in",
    query: object({ ...pageQuery, q: text(200).optional() }).strict(),
    response: pageOf(personSchema),
  }),
  openAccount: endpoint({
    method: "POST",
    path: "/people/{personId}/account",
    tag: "accounts",
    summary: "Give a person an account; the password is shown this once",
    params: byPerson,
    body: because,
    response: object({ personId: string(), email: string(), password: string() }),
  }),
  endAccount: endpoint({
    method: "POST",
    path: "/people/{personId}/account/end",
    tag: "accounts",
    summary: "End a person's account and every session of it; posts and papers stay as they are",
    params: byPerson,
    body: because,
    response: object({ personId: string(), email: string() }),
  }),
};
