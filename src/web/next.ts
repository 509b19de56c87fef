/**
 * A path of our own to go on to, or undefined: never another site, however it is spelled
 * (`//evil`, `/\evil`, `/..//evil`).
 */
export const safeNext = (next: unknown): string | undefined => {
  if (typeof next !== 'string' || !/^\/[\w\-./?=&%]{0,500}$/.test(next)) return undefined
  if (next.startsWith('//')) return undefined
  const url = new URL(next, 'http://desk.invalid')
  return url.host === 'desk.invalid' && !url.pathname.startsWith('//') ? next : undefined
}
