/** The little of Node that the tests use. */
declare module "node:test" {
  export function test(name: string, run: () => void | Promise<void>): Promise<void>;
}
declare module "node:assert/strict" {
  interface Assert {
    (value: unknown, message?: string): asserts value;
    equal(actual: unknown, expected: unknown, message?: string): void;
    fail(message: string): never;
    notEqual(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    throws(run: () => unknown, expected?: unknown): void;
    rejects(promise: Promise<unknown>, expected?: unknown, message?: string): Promise<void>;
  }
  const assert: Assert;
  export default assert;
}
declare module "node:fs" {
  export function readFileSync(path: URL, encoding: "utf8"): string;
  export function writeFileSync(path: URL, text: string): void;
  export function readdirSync(path: URL): string[];
}
declare module "node:zlib" {
  export function inflateSync(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
}
declare module "node:process" {
  export const env: Record<string, string | undefined>;
  export function cpuUsage(): { user: number; system: number };
}
