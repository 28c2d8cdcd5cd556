import type { Request } from "express";
import type { input, output, ZodType } from "zod";
import type { Endpoint } from "../../domain/contracts/endpoint.ts";
import type { EndpointName, endpoints } from "../../domain/contracts/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { Language } from "./language.ts";

type Parsed<S> = S extends ZodType ? output<S> : undefined;

export interface Call<E extends Endpoint> {
  params: Parsed<E["params"]>;
  query: Parsed<E["query"]>;
  body: Parsed<E["body"]>;
  caller: E extends { public: true } ? null : Caller;
  language: Language;
  request: Request;
}

/** Any success other than a plain 200. */
export class Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Record<string, string>;
  constructor(status: number, body: T, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** A file whose rows are read as they are sent. */
export class CsvFile {
  readonly name: string;
  readonly chunks: AsyncIterable<string>;
  constructor(name: string, chunks: AsyncIterable<string>) {
    this.name = name;
    this.chunks = chunks;
  }
}

type Body<E extends Endpoint> = input<E["response"]>;
export type Handler<E extends Endpoint> = (
  call: Call<E>,
) => Promise<E extends { csv: true } ? CsvFile : Body<E> | Reply<Body<E>>>;

/** Every operation of the contract has exactly one handler: a missing one does not compile. */
export type Handlers = { [Name in EndpointName]: Handler<(typeof endpoints)[Name]> };
