/** What a page that is not live runs: it tells the desk whose clock it shows times on. */
export const plainScripts = ['zone.js'] as const

/** Files under /static that a live page loads. */
export const visitorScripts = ['visitor.js'] as const
export const deskScripts = ['desk.js'] as const
