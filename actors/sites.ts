/** Whose pages may hold the chat, and how its button looks there: one value of the whole desk. */
export type Sites = {
  /** Exact origins, `https://shop.example`, as browsers write them. */
  origins: readonly string[]
  position: Position
  /** Of the button, `#6b46c1`; empty for that of the brand. */
  color: string
}

export const positions = ['right', 'left'] as const
export type Position = (typeof positions)[number]

/** Under these names the desk keeps them, and the secret by which a site proves who somebody is. */
export const SITES = 'sites'
export const IDENTITY_SECRET = 'identity-secret'

/** More would not fit into the headers of an answer that names them all. */
export const MAX_ORIGINS = 50

export const initialSites: Sites = { origins: [], position: 'right', color: '' }

/** Of the button while neither it nor the brand has one. */
const PROGRAM_COLOR = '#6b46c1'

/** What the button is drawn in. */
export const buttonColor = ({ color }: Pick<Sites, 'color'>, brand: string): string =>
  color || brand || PROGRAM_COLOR

/** Stored ones: what they were stored without, or with what is none, is as it is in the beginning. */
export const sitesIn = (stored: string | undefined): Sites => {
  const value = parsed(stored)
  const { origins, position, color } = value
  return {
    origins: Array.isArray(origins) ? origins.flatMap((one) => originIn(String(one)) ?? []) : [],
    position: positions.find((one) => one === position) ?? initialSites.position,
    color: colorIn(String(color)) ?? initialSites.color,
  }
}

const parsed = (stored: string | undefined): Record<string, unknown> => {
  try {
    return Object(JSON.parse(stored ?? '{}'))
  } catch {
    return {}
  }
}

/** What somebody wrote as a list: one in a line, or several with spaces or commas between. */
export const listedOrigins = (text: string): string[] => [
  ...new Set(text.split(/[\s,]+/).filter((one) => one !== '')),
]

/**
 * The origin that is meant by an address; undefined for what is none, or more than one: a path, a
 * name for many hosts, a password. A name in other letters becomes what browsers make of it.
 */
export const originIn = (text: string): string | undefined => {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const isBare = url.pathname === '/' && `${url.search}${url.hash}` === '' && !/[?#@]/.test(text)
  // What may stand in a header without a word of its own there.
  return isBare && /^https?:\/\/[\w.:[\]-]+$/.test(url.origin) ? url.origin : undefined
}

/** A colour as CSS reads it, `#rrggbb`; undefined for what is none. */
export const colorIn = (text: string): string | undefined => {
  const color = text.trim().toLowerCase()
  if (/^#[\da-f]{6}$/.test(color)) return color
  return /^#[\da-f]{3}$/.test(color) ? color.replace(/[\da-f]/g, '$&$&') : undefined
}
