// Names that pages share.

/** In this window only: somebody said this device is not their own. */
export const BORROWED = "vault-borrowed";
