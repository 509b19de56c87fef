import { type Tag, tagColors, tagMark } from '../../../actors/tag'

/** A tag in its tint, wherever it is drawn: whoever has drawn it before need not know. */
export const tagStyle = (all: readonly Pick<Tag, 'name' | 'color'>[]): string =>
  all
    .map(({ name, color }) => (color === 'plain' ? '' : rule(name, tagColors.indexOf(color))))
    .join('')

/** `plain` is the first, and has no tint. */
const rule = (name: string, nth: number): string =>
  `.chip[data-tag="${tagMark(name)}"]{color:var(--tint-${nth - 1}-ink);background:var(--tint-${nth - 1})}`
