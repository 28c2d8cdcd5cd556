export const paper = {
  paper: {
    title: "Write the paper",
    open: "Write the paper",
    submit: "Submit the paper",
    nothing: "Not written",
    start: "New case",
    startText: "The case goes through a published pipeline. Write it section by section, then submit it.",
    pipeline: "Pipeline",
    pipelineOption: "%{name} – %{unit}",
    caseTitle: "Title of the case",
    titleRequired: "Enter a title.",
    sections: "Sections to write: %{sections}",
    opening: "Opening",
    later: "The case is being opened and will appear in your inbox.",
  },
};
