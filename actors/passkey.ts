/** Characters of the name of a passkey, and how many somebody may have. */
export const passkeyLimits = { name: 40, most: 20 } as const
