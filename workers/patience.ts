/**
 * Working off thousands of signals in one task takes a slow machine longer than the usual five seconds, and being
 * interrupted then ends the whole process. The SDK takes the option though its types do not list it.
 */
export const patience: object = { isolateExecutionTimeout: "50s" };
