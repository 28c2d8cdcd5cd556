import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Gate {
  port: number;
  /** Cuts every connection and lets none through until it opens again, as a server that died. */
  shut: () => void;
  open: () => void;
  close: () => Promise<void>;
}

/** A way to a server that can be cut without touching the server, which other tests are using. */
export async function openGate(targetPort: number, targetHost = "127.0.0.1"): Promise<Gate> {
  const sockets = new Set<Socket>();
  let passing = true;
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((incoming) => {
    track(incoming);
    if (!passing) {
      incoming.destroy();
      return;
    }
    const outgoing = connect(targetPort, targetHost);
    track(outgoing);
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on("close", () => outgoing.destroy());
    outgoing.on("close", () => incoming.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    shut: () => {
      passing = false;
      cut();
    },
    open: () => {
      passing = true;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
