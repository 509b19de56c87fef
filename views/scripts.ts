/** Files under /static that a live page loads. */
export const visitorScripts = ['visitor.js'] as const
export const deskScripts = ['desk.js'] as const
/** What pages load that look again after a while. */
export const renewingScripts = ['renew.js'] as const
/** What pages with a password load. */
export const passwordScripts = ['reveal.js'] as const
