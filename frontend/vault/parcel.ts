// Several envelopes in one message: u32be(length of header) ‖ header (JSON) ‖ the envelopes.
import { Refusal } from "./refusal.ts";

/** One envelope on its way, with what the header says of it. */
export interface Item {
  id: string;
  content: Uint8Array;
}

const PREFIX = 4;

/** A parcel to send. `header` names each envelope with its size, in the same order. */
export function pack(header: object, contents: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const words = new TextEncoder().encode(JSON.stringify(header));
  const size = contents.reduce((sum, content) => sum + content.length, PREFIX + words.length);
  const parcel = new Uint8Array(size);
  new DataView(parcel.buffer).setUint32(0, words.length);
  parcel.set(words, PREFIX);
  let at = PREFIX + words.length;
  for (const content of contents) {
    parcel.set(content, at);
    at += content.length;
  }
  return parcel;
}

interface Header {
  envelopes: { id: string; size: number; from: string }[];
  later?: string[];
}

/** What a parcel holds. Whatever does not fit exactly is refused as a whole. */
export function unpack(parcel: Uint8Array): {
  items: (Item & { from: string })[];
  later: string[];
} {
  const length = new DataView(parcel.buffer, parcel.byteOffset, parcel.length).getUint32(0);
  let at = PREFIX + length;
  const header = JSON.parse(new TextDecoder().decode(parcel.subarray(PREFIX, at))) as Header;
  const items = header.envelopes.map(({ id, size, from }) => {
    const content = parcel.subarray(at, at + size);
    at += size;
    return { id, from, content };
  });
  if (at !== parcel.length) {
    throw new Refusal("sealed");
  }
  return { items, later: header.later ?? [] };
}
