import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Gate {
  port: number;
  /** Cuts every connection and lets none through until it opens again, as a server that died. */
  shut: () => void;
  /** Lets everything in and nothing out: the server does what it is asked, and its answers wait until the gate opens. */
  hold: () => void;
  /** Bytes of answers that wait. */
  held: () => number;
  /** Neither questions nor answers pass until it opens again, and none is lost: a server that was frozen and thaws. */
  freeze: () => void;
  open: () => void;
  close: () => Promise<void>;
}

interface Valve {
  pass: (data: Buffer, to: Socket) => void;
  close: () => void;
  open: () => void;
  held: () => number;
}

function valve(): Valve {
  const waiting: { data: Buffer; to: Socket }[] = [];
  let closed = false;
  return {
    pass: (data, to) => void (closed ? waiting.push({ data, to }) : to.write(data)),
    close: () => {
      closed = true;
    },
    open: () => {
      closed = false;
      for (const { data, to } of waiting.splice(0)) if (!to.destroyed) to.write(data);
    },
    held: () => waiting.reduce((sum, { data }) => sum + data.length, 0),
  };
}

/** A way to a server that can be cut without touching the server, which other tests are using. */
export async function openGate(targetPort: number, targetHost = "127.0.0.1"): Promise<Gate> {
  const sockets = new Set<Socket>();
  const [questions, answers] = [valve(), valve()];
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
    incoming.on("data", (data: Buffer) => questions.pass(data, outgoing));
    outgoing.on("data", (data: Buffer) => answers.pass(data, incoming));
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
    hold: answers.close,
    held: answers.held,
    freeze: () => [questions, answers].forEach((way) => way.close()),
    open: () => {
      passing = true;
      [questions, answers].forEach((way) => way.open());
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
