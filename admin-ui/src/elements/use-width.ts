import { useMediaQuery } from "@mui/material";

/** The theme's own breakpoints `sm` and `lg`; as text they need no theme, and a test may draw without one. */
const narrow = "(max-width: 599.95px)";
const roomy = "(min-width: 1200px)";

/** A phone held upright: one column, nothing beside anything. */
export const useNarrow = (): boolean => useMediaQuery(narrow, { noSsr: true });

/** Room for a second column beside the text. */
export const useRoomy = (): boolean => useMediaQuery(roomy, { noSsr: true });
