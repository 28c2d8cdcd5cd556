export const template = "trinhky_template";
export const application = "trinhky";
