import type { MenuEntry } from '../office/context'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { me } from '../words/me'

/** It stands in nobody's menu of the office: the way to it is one's own menu. */
export const meInMenu = {
  path: paths.workbench.page,
  icon: drawn(''),
  words: me,
} satisfies MenuEntry
