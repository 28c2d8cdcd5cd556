export const standing = {
  standing: {
    column: "In the cycle",
    exclude: "Take out of the cycle",
    include: "Take back into the cycle",
    excludeOf: "Take %{unit} out of the cycle",
    includeOf: "Take %{unit} back into the cycle",
    excludeText:
      "The agency's case rests where it is: no reminders, not overdue, not counted in the rates. The agency is told, with the reason. It can be taken back until the cycle is archived.",
    includeText:
      "The case goes on from where it rests, under the term of the cycle. The agency is told, with the reason.",
    reason: "Reason (the agency will read it)",
  },
};
