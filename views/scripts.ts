/** Files under /static that a live page loads, in the order they must run. */
export const visitorScripts = ['htmx.js', 'hx-sse.js', 'hx-upsert.js', 'live.js'] as const
export const deskScripts = ['htmx.js', 'hx-sse.js', 'hx-ws.js', 'hx-upsert.js', 'live.js'] as const
