/** What goes in and out of the seal. `docs/seal.md` gives the meaning of every field. */

/** What is inside an envelope. */
export interface Letter {
  v: 1;
  kind: string;
  object: string;
  version: number;
  author: string;
  recipients: string[];
  time: string;
  content: Record<string, unknown>;
}

/** What somebody wants to seal; without `time` it is now. */
export interface Draft {
  kind: string;
  object: string;
  version: number;
  content: Record<string, unknown>;
  time?: Date;
}

/** The secret keys of one person. Leaves the device only wrapped. */
export interface Keyring {
  v: 1;
  keyring: string;
  person: string;
  counter: number;
  private: string[];
  sharing: string[];
  signing: string[];
  contents: string;
  log: string;
}

/** What a device knows of a keyring before it opens a wrap of it. */
export interface ExpectedKeyring {
  person: string;
  keyring?: string;
  /** The highest counter this device has seen. */
  counter?: number;
}

/** A keyring in use: no key in it can be exported. Can be cloned to a worker or to storage. */
export interface OpenKeys {
  person: string;
  keyring: string;
  counter: number;
  contents: string;
  log: string;
  privateRecipient: string;
  privateKeys: CryptoKey[];
  sharingRecipient: string;
  sharingKeys: CryptoKey[];
  signingKey: CryptoKey;
  /** base64url. */
  signingPublic: string;
}

/** Somebody's newest line in the key log; `id` is the id in that log. */
export interface PublicKeys {
  id: string;
  sharing: string;
  signing: string;
}

export interface ExpectedPrivate {
  kind?: string;
  object: string;
  version?: number;
}

export interface ExpectedShared extends ExpectedPrivate {
  author: PublicKeys;
  /** Exactly these ids in the key log, in any order: author and reader among them. */
  recipients: string[];
}

/** What a passkey gives for a nonce (PRF). Runs where WebAuthn is: on the page. */
export type Evaluate = (nonce: Uint8Array) => Promise<{ first: Uint8Array; second: Uint8Array }>;

/** A keyring wrapped by a key that this browser does not give out. */
export interface DeviceWrap {
  key: CryptoKey;
  nonce: Uint8Array;
  content: Uint8Array;
}
