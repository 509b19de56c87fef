import { type Tag, tagColors } from '../../../actors/tag'

/** A tag in its tint, wherever it is drawn: whoever has drawn it before need not know. */
export const tagStyle = (all: readonly Pick<Tag, 'key' | 'color'>[]): string =>
  all
    .map(({ key, color }) => (color === 'plain' ? '' : rule(key, tagColors.indexOf(color))))
    .join('')

/** `plain` is the first, and has no tint. */
const rule = (key: string, nth: number): string =>
  `.chip[data-tag=${quoted(key)}]{color:var(--tint-${nth - 1}-ink);background:var(--tint-${nth - 1})}`

/** A text in a stylesheet: whatever is in it, it ends where it is meant to. */
const quoted = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
