/** Files under /static that a live page loads. */
export const visitorScripts = ['visitor.js'] as const
export const deskScripts = ['desk.js'] as const
