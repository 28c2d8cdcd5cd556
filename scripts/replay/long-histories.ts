/** A page of the history of a long case exceeds the four megabytes that the gRPC client takes unless told otherwise. */
export const longHistories = { "grpc.max_receive_message_length": 128 * 1024 * 1024 };
