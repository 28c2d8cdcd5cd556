/** Read out, not drawn. MUI takes a bare 1 for 100 %: the unit is needed, or the page grows sideways. */
export const visuallyHidden = {
  position: "absolute",
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;
