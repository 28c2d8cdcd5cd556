/** What people would type; the tests talk to 127.0.0.1 and say they come from here. */
export const PUBLIC_URL = "http://trinh-ky.test";
