import type { PageState } from '../../actors/page-state'

/** What a page may say on its socket. */
export type Said =
  | { type: 'typing' | 'paused' | 'noting' | 'ping' }
  | { type: 'seen'; upTo: number }
  | { type: 'present'; page: PageState }

/** Exactly one of the six, without a word more; null for anything else. */
export const parseFrame = (text: string): Said | null => {
  const frame = parseJson(text)
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) return null
  const { type, upTo, page } = frame as { type?: unknown; upTo?: unknown; page?: unknown }
  const fields = Object.keys(frame).length
  if (isWord(type) && fields === 1) return { type }
  if (fields !== 2) return null
  if (type === 'present') return page === 'open' || page === 'hidden' ? { type, page } : null
  if (type !== 'seen' || typeof upTo !== 'number') return null
  return Number.isSafeInteger(upTo) && upTo >= 1 ? { type, upTo } : null
}

const isWord = (type: unknown) =>
  type === 'typing' || type === 'paused' || type === 'noting' || type === 'ping'

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
